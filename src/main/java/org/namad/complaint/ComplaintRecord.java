package org.namad.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.namad.calendar.NamadClock;
import org.namad.complaint.Figure.Kind;
import org.namad.conduct.Ledger;
import org.namad.conduct.ScoringTerms;
import org.namad.conduct.SupervisionPolicy;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of complaints about a seal: indicators for everyone (R3), standing for supervision and renewal. Reckoned
 * from the cases and the ledger each time; nothing of it is stored.
 */
@Service
@Transactional(readOnly = true)
public class ComplaintRecord {

    private static final Period YEAR = Period.ofYears(1);
    /** A younger seal is measured as if it were so old: a week's transactions say little. */
    private static final Duration MONTH = Duration.ofDays(30);

    private final Complaints complaints;
    private final Seals seals;
    private final Ledger ledger;
    private final SupervisionPolicy policy;
    private final NamadClock clock;

    ComplaintRecord(Complaints complaints, Seals seals, Ledger ledger, SupervisionPolicy policy, NamadClock clock) {
        this.complaints = complaints;
        this.seals = seals;
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    /** What the profile shows, over all time (R3). */
    public Indicators indicators(long sealId) {
        Reckoning all = reckoning(sealId);
        ScoringTerms terms = policy.terms(clock.today());
        Instant scoredFrom = terms.scoredFrom().atStartOfDay(NamadClock.TEHRAN).toInstant();
        Reckoning scored = all.since(scoredFrom);
        Instant window = back(Period.ofDays(terms.windowDays()));
        Instant supervisedFrom = window.isAfter(scoredFrom) ? window : scoredFrom;
        Reckoning supervised = all.since(supervisedFrom);
        Double perThousand = perThousand(sealId, all);
        return new Indicators(all.count(Kind.UNANSWERED), all.meanDelay(), all.medianDelay(), scored.responseRate(),
            scored.satisfaction(), ledger.pointsSince(sealId, scoredFrom), all.notClosed(), all.count(Kind.SETTLED),
            all.count(Kind.UPHELD), all.count(Kind.DISMISSED), all.total(), all.reasons(), perThousand,
            policy.level(supervised.total() - supervised.count(Kind.DISMISSED), supervised.count(Kind.UNANSWERED),
                ledger.pointsSince(sealId, supervisedFrom), perThousand),
            terms.scoredFrom());
    }

    /** The complaints registered, and the points entered, within the last {@code window} (R7, R20). */
    public Standing standing(long sealId, Period window) {
        Instant since = back(window);
        Reckoning recent = reckoning(sealId).since(since);
        return new Standing(recent.total() - recent.count(Kind.DISMISSED), ledger.pointsSince(sealId, since),
            recent.count(Kind.UNANSWERED), recent.count(Kind.OPEN), recent.count(Kind.SETTLED),
            recent.count(Kind.UPHELD), recent.count(Kind.DISMISSED),
            recent.latest(Set.of(Kind.UNANSWERED, Kind.UPHELD)), recent.latest(Set.of(Kind.values())));
    }

    private Reckoning reckoning(long sealId) {
        List<Figure> figures = complaints.figures(sealId);
        return Reckoning.of(figures, figures.isEmpty() ? Map.of() : ledger.silences(sealId));
    }

    /**
     * The complaints of the last twelve months, or since the seal was issued if that is less, per 1,000 transactions of
     * the same time (N9).
     */
    private Double perThousand(long sealId, Reckoning all) {
        Seal seal = seals.findById(sealId).orElseThrow();
        if (seal.monthlyTransactions() == null || seal.monthlyTransactions() == 0 || seal.issuedAt() == null) {
            return null;
        }
        Instant year = back(YEAR);
        Instant from = seal.issuedAt().isAfter(year) ? seal.issuedAt() : year;
        double months = Math.max(1, (double) ChronoUnit.SECONDS.between(from, clock.instant()) / MONTH.toSeconds());
        return all.since(from).total() * 1000 / (seal.monthlyTransactions() * months);
    }

    private Instant back(Period window) {
        return ZonedDateTime.ofInstant(clock.instant(), NamadClock.TEHRAN).minus(window).toInstant();
    }
}
