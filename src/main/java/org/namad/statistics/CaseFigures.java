package org.namad.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.namad.complaint.ComplaintReason;
import org.namad.complaint.Complaints;
import org.namad.complaint.Complaints.Answering;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Axis;
import org.namad.figure.Figure.Row;
import org.namad.figure.Unit;
import org.namad.issuance.Applications;
import org.namad.issuance.Applications.Issued;
import org.namad.statistics.Spans.Span;
import org.springframework.stereotype.Component;

/** Figures of complaints and of applications. */
@Component
class CaseFigures {

    private static final int MONTHS = 12;
    private static final double HOUR = 3600;
    private static final double MINUTE = 60;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Complaints complaints;
    private final Applications applications;
    private final Spans spans;
    private final Published published;

    CaseFigures(Complaints complaints, Applications applications, Spans spans, Published published) {
        this.complaints = complaints;
        this.applications = applications;
        this.spans = spans;
        this.published = published;
    }

    /** Shares of the reasons among all complaints, beside those that were published before Namad (R6). */
    Figure reasons() {
        Map<ComplaintReason, Long> counts = new EnumMap<>(ComplaintReason.class);
        complaints.byReason().forEach(one -> counts.put(one.reason(), one.complaints()));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> references = published.reasons();
        List<Row> rows = Arrays.stream(ComplaintReason.values()).map(reason -> {
            long count = counts.getOrDefault(reason, 0L);
            return Row.of(reason.name(), null, total == 0 ? null : 100.0 * count / total,
                references.get(reason.name()), count);
        }).toList();
        return new Figure("reasons", Axis.NAME, List.of(Figure.plot(Unit.PERCENT, "share", "reference"),
            Figure.listed(Unit.COUNT, "complaints")), rows);
    }

    /** The median answer delay and the share of answers within the deadline, by month of registration (R3). */
    Figure answers(Instant now) {
        List<Span> months = spans.months(now, MONTHS);
        List<Answering> all = complaints.answeringSince(months.get(0).start());
        List<Row> rows = months.stream().map(month -> {
            List<Answering> within = all.stream().filter(one -> month.contains(one.registeredAt())).toList();
            Double median = median(within.stream().map(Answering::answerSeconds).filter(Objects::nonNull).toList());
            long inTime = within.stream().filter(Answering::inTime).count();
            long late = within.stream().filter(Answering::late).count();
            return Row.of(month.code(), month.first(), median == null ? null : median / HOUR,
                share(inTime, inTime + late), within.size());
        }).toList();
        return new Figure("answers", Axis.MONTH, List.of(Figure.plot(Unit.HOURS, "medianDelay"),
            Figure.plot(Unit.PERCENT, "inTime"), Figure.listed(Unit.COUNT, "complaints")), rows);
    }

    /** The half-hour meter by month: the time that Namad itself took from application to seal (R13, N13). */
    Figure issuance(Instant now) {
        List<Span> months = spans.months(now, MONTHS);
        List<Issued> all = applications.issuedSince(months.get(0).start());
        List<Row> rows = months.stream().map(month -> {
            List<Issued> within = all.stream().filter(one -> month.contains(one.at())).toList();
            Double median = median(within.stream().map(one -> one.ours().toSeconds()).toList());
            long quick = within.stream().filter(one -> one.ours().compareTo(HALF_HOUR) < 0).count();
            return Row.of(month.code(), month.first(), median == null ? null : median / MINUTE,
                share(quick, within.size()), within.size());
        }).toList();
        return new Figure("issuance", Axis.MONTH, List.of(Figure.plot(Unit.MINUTES, "medianIssuance"),
            Figure.plot(Unit.PERCENT, "halfHour"), Figure.listed(Unit.COUNT, "issuedSeals")), rows);
    }

    /** The value of e-commerce, as published (R30). */
    Figure eCommerce() {
        List<Row> rows = published.eCommerce().entrySet().stream().map(year ->
            Row.of(year.getKey(), spans.firstDay(Integer.parseInt(year.getKey())), year.getValue())).toList();
        return new Figure("e-commerce", Axis.YEAR, List.of(Figure.plot(Unit.TOMAN, "value")), rows);
    }

    /** Forged seals that searches of the web have found, as published. */
    Figure forgeries() {
        List<Row> rows = published.forgeries().entrySet().stream().map(search ->
            Row.of(search.getKey(), null, search.getValue(), Integer.valueOf(search.getKey()))).toList();
        return new Figure("forgeries", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "forged"),
            Figure.listed(Unit.COUNT, "sites")), rows);
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    private static Double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty() ? null
            : sorted.size() % 2 == 1 ? sorted.get(half).doubleValue() : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
