package org.namad.enforcement.process;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.namad.calendar.NamadClock;
import org.namad.complaint.PastRecord;
import org.namad.complaint.PastRecords;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Ground;
import org.namad.modelling.PolicyReplay;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replays the levels of enforcement (R7, R8, R25, N8) as {@code enforcement-check} asks for them: whenever a complaint
 * came in, a point was given or a ruling made. What a level was raised for before counts as the alternative would have
 * raised it. A seal that has been taken away in fact is not asked about from then on.
 */
@Component
class EnforcementReplay implements PolicyReplay {

    private static final String LEVELS = "enforcement-level";
    private static final String WINDOW = "enforcement-window";
    private static final Map<Ground, String> OUTCOMES = Map.of(
        Ground.ANSWERS_LEFT_OUT, EnforcementCheckProcess.ANSWERS_LEFT_OUT,
        Ground.TOO_MANY_COMPLAINTS, EnforcementCheckProcess.CORRESPONDENCE,
        Ground.WITHDRAWAL_LEVEL, EnforcementCheckProcess.WITHDRAWAL);

    private final PastRecords records;
    private final EnforcementCases cases;
    private final Seals seals;

    EnforcementReplay(PastRecords records, EnforcementCases cases, Seals seals) {
        this.records = records;
        this.cases = cases;
        this.seals = seals;
    }

    @Override
    public List<String> decisions() {
        return List.of(LEVELS, WINDOW);
    }

    @Override
    public List<String> outcomes() {
        return List.of(EnforcementCheckProcess.CORRESPONDENCE, EnforcementCheckProcess.ANSWERS_LEFT_OUT,
            EnforcementCheckProcess.WITHDRAWAL);
    }

    @Override
    public Map<String, Long> inFact(Instant from, Instant until) {
        return cases.statedBetween(from, until).stream().filter(stated -> OUTCOMES.containsKey(stated.ground()))
            .collect(Collectors.toMap(stated -> OUTCOMES.get(stated.ground()), EnforcementCases.OnGround::seals));
    }

    @Override
    @Transactional(readOnly = true)
    public void replay(Instant from, Instant until, List<Tables> alternatives, Consumer<Replayed> told) {
        Map<Long, Instant> revoked = seals.terms(List.of()).stream()
            .filter(term -> term.status() == SealStatus.REVOKED)
            .collect(Collectors.toMap(Seals.Term::id, Seals.Term::statusChangedAt));
        List<Levels> levels = alternatives.stream().map(Levels::new).toList();
        records.forEach(until, record -> {
            Instant end = revoked.getOrDefault(record.sealId(), until);
            List<Instant> asked = record.turns().stream().filter(turn -> turn.isBefore(until) && turn.isBefore(end))
                .toList();
            if (!asked.isEmpty() && !asked.get(asked.size() - 1).isBefore(from)) {
                told.accept(new Replayed(record.sealId(), levels.stream()
                    .map(alternative -> alternative.of(record, asked).stream()
                        .filter(outcome -> !outcome.when().isBefore(from)).toList()).toList()));
            }
        });
    }

    /** One alternative of what levels there are and how far back they look. */
    private static final class Levels {

        private final Tables tables;
        private final int days;

        Levels(Tables tables) {
            this.tables = tables;
            this.days = ((Number) tables.answer(WINDOW, Map.of())).intValue();
        }

        /** What would have been raised about a seal, and when. */
        private List<Outcome> of(PastRecord record, List<Instant> asked) {
            List<Outcome> raised = new ArrayList<>();
            Map<String, Instant> last = new HashMap<>();
            for (Instant moment : asked) {
                String level = String.valueOf(tables.answer(LEVELS, inputs(record, moment, last)));
                if (!level.equals(EnforcementCheckProcess.NONE)) {
                    last.put(level, moment);
                    raised.add(new Outcome(level, moment));
                }
            }
            return raised;
        }

        private Map<String, Object> inputs(PastRecord record, Instant moment, Map<String, Instant> last) {
            PastRecord.Counts counts = record.at(moment,
                ZonedDateTime.ofInstant(moment, NamadClock.TEHRAN).minus(Period.ofDays(days)).toInstant());
            Instant since = moment.minus(Duration.ofDays(days));
            return Map.of(
                EnforcementCheckProcess.WINDOW_DAYS, days,
                EnforcementCheckProcess.COMPLAINTS, counts.complaints(),
                EnforcementCheckProcess.POINTS, counts.points(),
                EnforcementCheckProcess.UNANSWERED, counts.unanswered(),
                EnforcementCheckProcess.ALREADY_RAISED, alreadyRaised(last, since),
                EnforcementCheckProcess.ANSWERS_RAISED, isRaised(EnforcementCheckProcess.ANSWERS_LEFT_OUT, last, since));
        }

        private static String alreadyRaised(Map<String, Instant> last, Instant since) {
            return isRaised(EnforcementCheckProcess.WITHDRAWAL, last, since) ? EnforcementCheckProcess.WITHDRAWAL
                : isRaised(EnforcementCheckProcess.CORRESPONDENCE, last, since) ? EnforcementCheckProcess.CORRESPONDENCE
                : EnforcementCheckProcess.NONE;
        }

        private static boolean isRaised(String level, Map<String, Instant> last, Instant since) {
            return last.containsKey(level) && !last.get(level).isBefore(since);
        }
    }
}
