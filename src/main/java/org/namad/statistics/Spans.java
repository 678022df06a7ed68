package org.namad.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.springframework.stereotype.Component;

/** Jalali years and months as spans of time in Tehran. */
@Component
class Spans {

    private static final int GREGORIAN_AHEAD = 621;
    private static final int MONTHS = 12;

    /** From {@code start} on, before {@code end}. */
    record Span(String code, LocalDate first, Instant start, Instant end) {

        boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    private final JalaliDates dates;

    Spans(JalaliDates dates) {
        this.dates = dates;
    }

    /** The years from that of {@code first} to that of {@code last}. */
    List<Span> years(Instant first, Instant last) {
        List<Span> years = new ArrayList<>();
        for (int year = yearOf(first); year <= yearOf(last); year++) {
            years.add(span(String.valueOf(year), day(year, 1), day(year + 1, 1)));
        }
        return years;
    }

    /** The last {@code count} months up to that of {@code now}, the earliest first. */
    List<Span> months(Instant now, int count) {
        int last = 0;
        int year = yearOf(now);
        while (last < MONTHS && !day(year, last + 1).isAfter(LocalDate.ofInstant(now, NamadClock.TEHRAN))) {
            last++;
        }
        List<Span> months = new ArrayList<>();
        for (int i = year * MONTHS + last - count; i < year * MONTHS + last; i++) {
            months.add(span("%d-%02d".formatted(i / MONTHS, i % MONTHS + 1), day(i / MONTHS, i % MONTHS + 1),
                day((i + 1) / MONTHS, (i + 1) % MONTHS + 1)));
        }
        return months;
    }

    /** The first day of a year. */
    LocalDate firstDay(int year) {
        return day(year, 1);
    }

    private int yearOf(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, NamadClock.TEHRAN);
        int year = day.getYear() - GREGORIAN_AHEAD;
        return day.isBefore(day(year, 1)) ? year - 1 : year;
    }

    private LocalDate day(int year, int month) {
        return dates.parse("%04d-%02d-01".formatted(year, month)).orElseThrow();
    }

    private static Span span(String code, LocalDate first, LocalDate next) {
        return new Span(code, first, first.atStartOfDay(NamadClock.TEHRAN).toInstant(),
            next.atStartOfDay(NamadClock.TEHRAN).toInstant());
    }
}
