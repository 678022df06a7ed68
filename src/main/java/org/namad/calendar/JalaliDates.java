package org.namad.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import org.springframework.stereotype.Component;

/**
 * Writes instants and dates as people read them: Jalali with Persian digits for Persian readers, Gregorian for
 * English ones, always in Tehran's time. Templates reach it as {@code @jalaliDates}.
 */
@Component
public class JalaliDates {

    private static final ULocale PERSIAN = new ULocale("fa_IR@calendar=persian");
    private static final TimeZone ZONE = TimeZone.getTimeZone("Asia/Tehran");

    /** The day, for example {@code ۱ آذر ۱۴۰۵} or {@code 22 November 2026}. */
    public String date(Instant instant, Locale locale) {
        return format(instant, locale, "d MMMM y", "d MMMM uuuu");
    }

    /** The day, for example {@code ۱ آذر ۱۴۰۵} or {@code 22 November 2026}. */
    public String date(LocalDate date, Locale locale) {
        return date(date.atStartOfDay(NamadClock.TEHRAN).toInstant(), locale);
    }

    /** The day and the minute, for example {@code ۱ آذر ۱۴۰۵، ۱۴:۳۰} or {@code 22 November 2026, 14:30}. */
    public String dateTime(Instant instant, Locale locale) {
        return format(instant, locale, "d MMMM y، HH:mm", "d MMMM uuuu, HH:mm");
    }

    private String format(Instant instant, Locale locale, String persianPattern, String englishPattern) {
        if (instant == null) {
            return "";
        }
        if (!"fa".equals(locale.getLanguage())) {
            return DateTimeFormatter.ofPattern(englishPattern, Locale.ENGLISH)
                .format(ZonedDateTime.ofInstant(instant, NamadClock.TEHRAN));
        }
        DateFormat format = new SimpleDateFormat(persianPattern, PERSIAN);
        format.setTimeZone(ZONE);
        return format.format(Date.from(instant));
    }
}
