package org.namad.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.namad.calendar.NamadClock;
import org.namad.figure.Figure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The public figures, reckoned from register and cases and kept for a few minutes (R6, R30). */
@Service
public class Statistics {

    /** All figures as of one moment. */
    public record Edition(Instant asOf, List<Figure> figures) {

        /** The figure with this key; empty if there is none. */
        public Optional<Figure> figure(String key) {
            return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
        }
    }

    private final SealFigures seals;
    private final CaseFigures cases;
    private final NamadClock clock;
    private final TransactionTemplate transaction;
    private final Duration kept;
    private Edition edition;

    Statistics(SealFigures seals, CaseFigures cases, NamadClock clock, TransactionTemplate transaction,
            @Value("${namad.statistics.kept:PT5M}") Duration kept) {
        this.seals = seals;
        this.cases = cases;
        this.clock = clock;
        this.transaction = transaction;
        this.kept = kept;
    }

    /** The figures, at most a few minutes old; they are reckoned once for all who ask at the same time. */
    public synchronized Edition edition() {
        if (edition == null || Duration.between(edition.asOf(), clock.instant()).abs().compareTo(kept) >= 0) {
            edition = transaction.execute(status -> reckon(clock.instant()));
        }
        return edition;
    }

    private Edition reckon(Instant now) {
        return new Edition(now, List.of(seals.byYear(now), seals.byProvince(now), cases.reasons(), cases.answers(now),
            cases.issuance(now), seals.takenByYear(now), cases.forgeries(), cases.eCommerce()));
    }
}
