package org.namad.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.namad.figure.Figure;
import org.namad.figure.Figure.Axis;
import org.namad.figure.Figure.Row;
import org.namad.figure.Unit;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Seals.Term;
import org.namad.statistics.Spans.Span;
import org.namad.trail.Changes;
import org.namad.trail.Changes.Step;
import org.springframework.stereotype.Component;

/**
 * Figures of the register. What a seal was in earlier years is known from the trail: only the few seals that were ever
 * suspended, revoked or issued anew are looked at one by one, all others are counted by the database.
 */
@Component
class SealFigures {

    private static final String KIND = "seal";
    private static final Set<String> TAKEN = Set.of(SealStatus.SUSPENDED.name(), SealStatus.REVOKED.name());

    private final Seals seals;
    private final Changes changes;
    private final Spans spans;

    SealFigures(Seals seals, Changes changes, Spans spans) {
        this.seals = seals;
        this.changes = changes;
        this.spans = spans;
    }

    /** Seals issued in each year, and in force at its end: now for the year under way (R30). */
    Figure byYear(Instant now) {
        List<Term> past = pastTerms();
        Map<Long, List<Step>> steps = new HashMap<>();
        steps().forEach(step -> steps.computeIfAbsent(number(step.caseKey()), id -> new ArrayList<>()).add(step));
        List<Term> taken = seals.terms(steps.isEmpty() ? Set.of(-1L) : steps.keySet());
        List<Row> rows = years(past, now).stream().map(year -> {
            long issued = seals.issuedBetween(year.start(), year.end())
                + past.stream().filter(term -> year.contains(term.issuedAt())).count();
            Instant end = year.end().isBefore(now) ? year.end() : now;
            long inForce = seals.inTermAt(end) + past.stream().filter(term -> covers(term, end)).count()
                - Stream.concat(taken.stream(), past.stream())
                    .filter(term -> covers(term, end) && takenAt(term, steps.get(term.id()), end)).count();
            return Row.of(year.code(), year.first(), issued, inForce);
        }).toList();
        return new Figure("seals", Axis.YEAR, List.of(Figure.plot(Unit.COUNT, "issued", "inForce")), rows);
    }

    /** Seals suspended, revoked and given back in each year (R26). */
    Figure takenByYear(Instant now) {
        List<Step> steps = steps();
        List<Row> rows = years(pastTerms(), now).stream().map(year -> {
            List<Step> within = steps.stream().filter(step -> year.contains(step.changedAt())).toList();
            return Row.of(year.code(), year.first(), into(SealStatus.SUSPENDED, within),
                into(SealStatus.REVOKED, within), into(SealStatus.ACTIVE, within));
        }).toList();
        return new Figure("measures", Axis.YEAR,
            List.of(Figure.plot(Unit.COUNT, "suspended", "revoked", "reinstated")), rows);
    }

    /** Seals in force now by province, the most first. */
    Figure byProvince(Instant now) {
        List<Row> rows = seals.inForceByProvince(now).stream()
            .filter(one -> one.province() != null)
            .sorted(Comparator.comparing(Seals.InProvince::seals).reversed().thenComparing(Seals.InProvince::province))
            .map(one -> Row.of(one.province(), null, one.seals())).toList();
        return new Figure("provinces", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "inForceNow")), rows);
    }

    private List<Span> years(List<Term> past, Instant now) {
        Optional<Instant> first = Stream.concat(past.stream().map(Term::issuedAt), seals.firstIssued().stream())
            .min(Comparator.naturalOrder());
        return first.map(start -> spans.years(start, now)).orElse(List.of());
    }

    private List<Step> steps() {
        return changes.steps(KIND, TAKEN);
    }

    /** The terms of seals that were issued anew after they had expired. */
    private List<Term> pastTerms() {
        return changes.replaced(KIND, "issuedAt", "expiresAt").stream().map(term -> new Term(number(term.caseKey()),
            Instant.parse(term.first()), Instant.parse(term.second()), SealStatus.ACTIVE, null)).toList();
    }

    private static long number(String caseKey) {
        return Long.parseLong(caseKey.substring(KIND.length() + 1));
    }

    private static boolean covers(Term term, Instant when) {
        return term.issuedAt().isBefore(when) && term.expiresAt().isAfter(when);
    }

    /** @param steps what the trail says of the seal; null if it says nothing */
    private static boolean takenAt(Term term, List<Step> steps, Instant when) {
        if (steps == null) {
            return TAKEN.contains(term.status().name()) && term.statusChangedAt().isBefore(when);
        }
        return steps.stream().filter(step -> step.changedAt().isBefore(when)).reduce((earlier, later) -> later)
            .map(Step::after).filter(TAKEN::contains).isPresent();
    }

    private static long into(SealStatus state, List<Step> steps) {
        return steps.stream().map(Step::after).filter(after -> Objects.equals(after, state.name())).count();
    }
}
