package org.namad.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.escalation.Escalations;
import org.namad.figure.Figure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What supervisors see on their dashboard, counted by the database and kept for a minute. */
@Service
public class Oversight {

    /**
     * All figures as of one moment.
     *
     * @param names what models call the rows of the figures, by their codes
     * @param clocks the complaints whose 96 hours end soonest (R1)
     */
    public record Edition(Instant asOf, List<Figure> figures, Map<String, String> names, List<Clock> clocks) {

        /** The figure with this key; empty if there is none. */
        public Optional<Figure> figure(String key) {
            return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
        }
    }

    /**
     * A complaint whose answer is awaited.
     *
     * @param caseKey such as {@code complaint-17}
     * @param site    the domain complained about
     * @param shop    the name of the business
     */
    public record Clock(String caseKey, String site, String shop, Instant due) {
    }

    private final Workload workload;
    private final Failures failures;
    private final CourseFigures course;
    private final Complaints complaints;
    private final Escalations escalations;
    private final NamadClock clock;
    private final TransactionTemplate transaction;
    private final Duration kept;
    private Edition edition;

    Oversight(Workload workload, Failures failures, CourseFigures course, Complaints complaints, Escalations escalations,
            NamadClock clock, TransactionTemplate transaction, @Value("${namad.oversight.kept:PT1M}") Duration kept) {
        this.workload = workload;
        this.failures = failures;
        this.course = course;
        this.complaints = complaints;
        this.escalations = escalations;
        this.clock = clock;
        this.transaction = transaction;
        this.kept = kept;
    }

    /** The figures, at most a minute old; they are counted once for all who ask at the same time. */
    public synchronized Edition edition() {
        if (edition == null || Duration.between(edition.asOf(), clock.instant()).abs().compareTo(kept) >= 0) {
            edition = transaction.execute(status -> count(clock.instant()));
        }
        return edition;
    }

    /** What was counted is out of date: something was tried again. */
    public synchronized void forget() {
        edition = null;
    }

    private Edition count(Instant now) {
        Days days = Days.until(clock.today());
        List<Workload.Open> open = workload.open(now, days.end());
        Map<String, Long> escalated = escalations.open().stream()
            .collect(Collectors.toMap(Escalations.OfGroup::getStaffGroup, Escalations.OfGroup::getTasks));
        List<Failures.Failing> failing = failures.failing();
        Map<String, String> names = new HashMap<>();
        open.forEach(one -> names.put(WorkFigures.code(one), one.name()));
        failing.forEach(one -> names.put(one.code(), one.element() + " · " + one.process()));
        List<Clock> clocks = complaints.endingSoonest().stream().map(complaint -> new Clock(Complaint.KIND + "-"
            + complaint.id(), complaint.seal().shownDomain(), complaint.seal().business().name(),
            complaint.answerDue()))
            .toList();
        return new Edition(now, List.of(course.clocks(now), WorkFigures.byRole(open, escalated), WorkFigures.byAge(open),
            WorkFigures.byTask(open), WorkFigures.failing(failing), course.throughput(days),
            WorkFigures.done(days, workload.done(days.starts())), course.meter(days), course.steps(days)), names, clocks);
    }
}
