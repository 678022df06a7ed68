package org.namad.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JalaliDatesTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final JalaliDates dates = new JalaliDates();

    @Test
    @DisplayName("N15 A date is understood in Jalali and Gregorian, in Persian and Latin digits")
    void understood() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(dates.parse("۱۴۰۵/۰۹/۰۱")).contains(day);
        assertThat(dates.parse(" 1405-9-1 ")).contains(day);
        assertThat(dates.parse("2026-11-22")).contains(day);
        assertThat(dates.parse("1399/12/30")).contains(LocalDate.of(2021, 3, 20));
    }

    @Test
    @DisplayName("What is no date is not taken for one")
    void refused() {
        for (String typed : new String[] {null, "", "dd", "1405/13/01", "1400/12/30", "1405/07/31", "2026-02-30",
            "05/09/01", "1405/0/1"}) {
            assertThat(dates.parse(typed)).as(typed).isEmpty();
        }
    }

    @Test
    @DisplayName("N5 The same instant reads in both calendars, in Tehran's time")
    void written() {
        Instant instant = Instant.parse("2026-11-22T11:00:00Z");
        assertThat(dates.dateTime(instant, PERSIAN)).isEqualTo("۱ آذر ۱۴۰۵، ۱۴:۳۰");
        assertThat(dates.dateTime(instant, Locale.ENGLISH)).isEqualTo("22 November 2026, 14:30");
    }

    @Test
    @DisplayName("Lengths of time are written in days and hours, or hours and minutes")
    void durations() {
        assertThat(dates.duration(Duration.ofHours(76), PERSIAN)).isEqualTo("۳ روز و ۴ ساعت");
        assertThat(dates.duration(Duration.ofHours(96), Locale.ENGLISH)).isEqualTo("4 days");
        assertThat(dates.duration(Duration.ofMinutes(24 * 60 + 5), Locale.ENGLISH)).isEqualTo("24 hours, 5 minutes");
        assertThat(dates.duration(Duration.ofSeconds(40), Locale.ENGLISH)).isEqualTo("1 minute");
    }
}
