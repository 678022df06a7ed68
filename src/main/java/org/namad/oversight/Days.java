package org.namad.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.namad.calendar.NamadClock;

/** The last days in Tehran, the earliest first. */
record Days(List<LocalDate> dates) {

    private static final int SHOWN = 14;

    /** Two weeks that end with {@code today}. */
    static Days until(LocalDate today) {
        return new Days(IntStream.range(0, SHOWN).mapToObj(day -> today.minusDays(SHOWN - 1L - day)).toList());
    }

    /** When each day began. */
    List<Instant> starts() {
        return dates.stream().map(Days::start).toList();
    }

    /** When the last day ends. */
    Instant end() {
        return start(dates.get(dates.size() - 1).plusDays(1));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(NamadClock.TEHRAN).toInstant();
    }
}
