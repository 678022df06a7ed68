package org.namad.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaints;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Axis;
import org.namad.figure.Figure.Row;
import org.namad.figure.Unit;
import org.namad.issuance.Applications;
import org.namad.issuance.Applications.Metered;
import org.namad.issuance.Stage;
import org.springframework.stereotype.Component;

/** Figures of the cases themselves: clocks, throughput, the half-hour meter. */
@Component
class CourseFigures {

    private static final double PERCENT = 100;
    private static final double MINUTE = 60;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    /** Where the groups of clocks end, in hours from now. */
    private static final List<Integer> HOURS = List.of(0, 6, 12, 24, 48, 96);

    private final Complaints complaints;
    private final Applications applications;

    CourseFigures(Complaints complaints, Applications applications) {
        this.complaints = complaints;
        this.applications = applications;
    }

    /** Complaints whose answer is awaited, by the hours left (R1); the first row has none left. */
    Figure clocks(Instant now) {
        List<Row> rows = new ArrayList<>();
        Instant from = Instant.EPOCH;
        for (int hours : HOURS) {
            Instant until = now.plus(Duration.ofHours(hours));
            rows.add(Row.of(String.valueOf(hours), null, complaints.awaitedBetween(from, until)));
            from = until;
        }
        // More than 96 hours are left where staff granted time or the platform was out of order.
        rows.add(Row.of("more", null, complaints.awaitedBetween(from, now.plus(Duration.ofDays(3650)))));
        return new Figure("clocks", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "complaints")), rows);
    }

    /** Complaints registered and closed, and applications, by day. */
    Figure throughput(Days days) {
        List<Row> rows = days.dates().stream().map(day -> {
            Instant from = Days.start(day);
            Instant until = Days.start(day.plusDays(1));
            return Row.of(day.toString(), day, complaints.registeredBetween(from, until),
                complaints.closedBetween(from, until), applications.submittedBetween(from, until));
        }).toList();
        return new Figure("throughput", Axis.DAY,
            List.of(Figure.plot(Unit.COUNT, "registered", "closed", "applications")), rows);
    }

    /** The half-hour meter by day: the time that Namad itself took from application to seal (R13, N13). */
    Figure meter(Days days) {
        List<Metered> all = applications.meteredSince(days.starts().get(0));
        List<Row> rows = days.dates().stream().map(day -> {
            List<Duration> ours = all.stream().filter(one -> day(one).equals(day)).map(one -> one.meter().ours()).toList();
            long quick = ours.stream().filter(time -> time.compareTo(HALF_HOUR) < 0).count();
            return Row.of(day.toString(), day, median(ours), ours.isEmpty() ? null : PERCENT * quick / ours.size(),
                ours.size());
        }).toList();
        return new Figure("meter", Axis.DAY, List.of(Figure.plot(Unit.MINUTES, "ours"),
            Figure.plot(Unit.PERCENT, "halfHour"), Figure.listed(Unit.COUNT, "issued")), rows);
    }

    /** Which step of an issuance takes how long, the longest first; the applicant's own steps included (N13). */
    Figure steps(Days days) {
        List<Metered> all = applications.meteredSince(days.starts().get(0));
        List<Row> rows = Stream.of(Stage.values()).filter(Stage::isOpen).map(stage -> {
            List<Duration> taken = all.stream().map(one -> one.meter().byStage().get(stage))
                .filter(time -> time != null).toList();
            long slowest = all.stream().filter(one -> one.meter().slowest() == stage).count();
            return Row.of(stage.name(), null, median(taken), all.isEmpty() ? null : PERCENT * slowest / all.size(),
                taken.size());
        }).filter(row -> row.values().get(0) != null)
            .sorted(Comparator.comparing((Row row) -> row.values().get(0)).reversed()).toList();
        return new Figure("steps", Axis.NAME, List.of(Figure.plot(Unit.MINUTES, "taken"),
            Figure.plot(Unit.PERCENT, "slowest"), Figure.listed(Unit.COUNT, "passed")), rows);
    }

    private static LocalDate day(Metered one) {
        return LocalDate.ofInstant(one.at(), NamadClock.TEHRAN);
    }

    /** In minutes; null without any. */
    private static Double median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty() ? null : sorted.size() % 2 == 1 ? sorted.get(half).toSeconds() / MINUTE
            : (sorted.get(half - 1).toSeconds() + sorted.get(half).toSeconds()) / 2.0 / MINUTE;
    }
}
