package org.namad.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.Complaints;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Row;
import org.namad.issuance.Applications;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.trail.Changes;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FiguresTest {

    /** The 1st of Azar 1405. */
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Seals seals = mock(Seals.class);
    private final Changes changes = mock(Changes.class);
    private final Complaints complaints = mock(Complaints.class);
    private final Applications applications = mock(Applications.class);
    private final Spans spans = new Spans(new JalaliDates());
    private final SealFigures sealFigures = new SealFigures(seals, changes, spans);
    private final CaseFigures caseFigures = new CaseFigures(complaints, applications, spans,
        new Published(new ClassPathResource("statistics/e-commerce.csv"),
            new ClassPathResource("statistics/complaint-reasons.csv"),
            new ClassPathResource("statistics/forged-seals.csv")));
    private final NamadClock clock = new NamadClock();
    private final Statistics statistics = new Statistics(sealFigures, caseFigures, clock,
        new TransactionTemplate(mock(PlatformTransactionManager.class)), Duration.ofMinutes(5));

    @Test
    @DisplayName("R6 R30 With an empty database only what others have published has numbers")
    void emptyDatabase() {
        assertThat(statistics.edition().figures()).extracting(Figure::key).containsExactly("seals", "provinces", "reasons",
            "answers", "issuance", "measures", "forgeries", "e-commerce");
        assertThat(statistics.edition().figures()).filteredOn(figure -> !figure.isEmpty()).extracting(Figure::key)
            .containsExactly("reasons", "forgeries", "e-commerce");
        assertThat(statistics.edition().figure("nothing")).isEmpty();
    }

    @Test
    @DisplayName("R6 R30 What others have published: shares of reasons, value of e-commerce")
    void published() {
        assertThat(caseFigures.eCommerce().rows()).containsExactly(
            Row.of("1396", LocalDate.of(2017, 3, 21), 159), Row.of("1397", LocalDate.of(2018, 3, 21), 208));
        assertThat(caseFigures.reasons().rows()).extracting(row -> row.values().get(1)).containsExactly(37.0, 23.0, 18.0, 22.0);
        assertThat(caseFigures.forgeries().rows()).extracting(Row::values).containsExactly(List.of(180.0, 3500.0),
            List.of(200.0, 30000.0));
    }

    @Test
    @DisplayName("R6 Each reason has its share of the complaints that count")
    void reasons() {
        when(complaints.byReason()).thenReturn(List.of(new Complaints.ForReason(ComplaintReason.NOT_DELIVERED, 3),
            new Complaints.ForReason(ComplaintReason.OTHER, 1)));
        assertThat(caseFigures.reasons().rows()).extracting(row -> row.values().get(0)).containsExactly(75.0, 0.0, 0.0, 25.0);
    }

    @Test
    @DisplayName("R30 A year begins on the first of Farvardin in Tehran and a month on its first, leap years included")
    void spans() {
        List<Spans.Span> years = spans.years(Instant.parse("2025-03-20T20:29:59Z"), NOW);
        assertThat(years).extracting(Spans.Span::code).containsExactly("1403", "1404", "1405");
        assertThat(years.get(1).start()).isEqualTo("2025-03-20T20:30:00Z");
        assertThat(years.get(1).first()).isEqualTo("2025-03-21");
        List<Spans.Span> months = spans.months(NOW, 12);
        assertThat(months).extracting(Spans.Span::code).startsWith("1404-10", "1404-11", "1404-12", "1405-01").endsWith("1405-09");
        assertThat(months.get(11).first()).isEqualTo("2026-11-22");
        assertThat(months.get(2).end()).isEqualTo(months.get(3).start());
    }

    @Test
    @DisplayName("R26 R30 A seal counts at the end of a year if it was in its term and not suspended or revoked then")
    void inForce() {
        Instant issued = Instant.parse("2024-06-01T00:00:00Z");
        Instant until = Instant.parse("2027-06-01T00:00:00Z");
        Instant endOf1403 = Instant.parse("2025-03-20T20:30:00Z");
        Instant endOf1404 = Instant.parse("2026-03-20T20:30:00Z");
        when(seals.firstIssued()).thenReturn(Optional.of(issued));
        when(seals.issuedBetween(any(), any())).thenReturn(10L, 5L, 2L);
        when(seals.inTermAt(endOf1403)).thenReturn(10L);
        when(seals.inTermAt(endOf1404)).thenReturn(15L);
        when(seals.inTermAt(NOW)).thenReturn(17L);
        // One was suspended over the end of 1403, one was revoked in 1404, one before the trail began, one was issued anew.
        when(changes.steps(any(), any())).thenReturn(List.of(
            new Changes.Step("seal-1", "ACTIVE", "SUSPENDED", Instant.parse("2025-02-01T00:00:00Z")),
            new Changes.Step("seal-1", "SUSPENDED", "ACTIVE", Instant.parse("2025-05-01T00:00:00Z")),
            new Changes.Step("seal-2", "ACTIVE", "REVOKED", Instant.parse("2025-06-01T00:00:00Z"))));
        when(seals.terms(any())).thenReturn(List.of(
            new Seals.Term(1L, issued, until, SealStatus.ACTIVE, Instant.parse("2025-05-01T00:00:00Z")),
            new Seals.Term(2L, issued, until, SealStatus.REVOKED, Instant.parse("2025-06-01T00:00:00Z")),
            new Seals.Term(3L, issued, until, SealStatus.SUSPENDED, Instant.parse("2026-05-01T00:00:00Z"))));
        when(changes.replaced(any(), any(), any())).thenReturn(List.of(
            new Changes.Replaced("seal-4", "2023-06-01T00:00:00Z", "2025-06-01T00:00:00Z")));

        assertThat(sealFigures.byYear(NOW).rows()).containsExactly(
            Row.of("1402", LocalDate.of(2023, 3, 21), 10 + 1, 1), Row.of("1403", LocalDate.of(2024, 3, 20), 5, 10 + 1 - 1),
            Row.of("1404", LocalDate.of(2025, 3, 21), 2, 15 - 1), Row.of("1405", LocalDate.of(2026, 3, 21), 2, 17 - 2));
        assertThat(sealFigures.takenByYear(NOW).rows()).extracting(Row::values).containsExactly(List.of(0.0, 0.0, 0.0),
            List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 1.0), List.of(0.0, 0.0, 0.0));
    }

    @Test
    @DisplayName("R3 Median and share in time are those of the month of filing; excused silence does not count")
    void answers() {
        Instant month = Instant.parse("2026-11-01T00:00:00Z");
        when(complaints.answeringSince(any())).thenReturn(List.of(
            new Complaints.Answering(month, 10 * 3600L, null, 0, 0),
            new Complaints.Answering(month, 20 * 3600L, null, 0, 0),
            new Complaints.Answering(month, 200 * 3600L, month, 1, 0),
            new Complaints.Answering(month, null, month, 1, 1),
            new Complaints.Answering(month, null, null, 0, 0),
            new Complaints.Answering(Instant.parse("2026-10-01T00:00:00Z"), null, month, 1, 0)));
        List<Row> rows = caseFigures.answers(NOW).rows();
        assertThat(rows).hasSize(12);
        assertThat(rows.get(10).values()).containsExactly(20.0, 200.0 / 3, 5.0);
        assertThat(rows.get(9).values()).isEqualTo(Arrays.asList(null, 0.0, 1.0));
        assertThat(rows.get(8).values()).isEqualTo(Arrays.asList(null, null, 0.0));
        assertThat(rows.get(8).code()).isEqualTo("1405-06");
    }

    @Test
    @DisplayName("R13 N13 The half-hour meter by month: the median, and the share of seals under thirty minutes")
    void issuance() {
        Instant month = Instant.parse("2026-11-01T00:00:00Z");
        when(applications.issuedSince(any())).thenReturn(List.of(issued(month, 10), issued(month, 29), issued(month, 30),
            issued(month, 1440)));
        assertThat(caseFigures.issuance(NOW).rows().get(10).values()).containsExactly(29.5, 50.0, 4.0);
    }

    private static Applications.Issued issued(Instant at, int minutes) {
        return new Applications.Issued(at, Duration.ofMinutes(minutes), Duration.ofDays(3));
    }

    @Test
    @DisplayName("R30 Figures are kept for five minutes, and reckoned anew after")
    void kept() {
        Statistics.Edition first = statistics.edition();
        assertThat(statistics.edition()).isSameAs(first);
        clock.moveBy(Duration.ofMinutes(4));
        assertThat(statistics.edition()).isSameAs(first);
        clock.moveBy(Duration.ofMinutes(1));
        assertThat(statistics.edition()).isNotSameAs(first);
    }
}
