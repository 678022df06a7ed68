package org.namad.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
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

    /**
     * A length of time, for example {@code ۳ روز و ۴ ساعت} or {@code 3 days, 4 hours}: days and hours from two days on,
     * otherwise hours and minutes.
     */
    public String duration(Duration duration, Locale locale) {
        if (duration == null) {
            return "";
        }
        MeasureFormat format = MeasureFormat.getInstance(ULocale.forLocale(locale), MeasureFormat.FormatWidth.WIDE);
        Duration rounded = Duration.ofMinutes(Math.round(duration.toSeconds() / 60.0));
        Measure days = new Measure(rounded.toDays(), MeasureUnit.DAY);
        Measure minutes = new Measure(rounded.toMinutesPart(), MeasureUnit.MINUTE);
        if (rounded.toDays() >= 2) {
            Measure hours = new Measure(rounded.toHoursPart(), MeasureUnit.HOUR);
            return rounded.toHoursPart() == 0 ? format.format(days) : format.formatMeasures(days, hours);
        }
        Measure hours = new Measure(rounded.toHours(), MeasureUnit.HOUR);
        if (rounded.toHours() == 0) {
            return format.format(minutes);
        }
        return rounded.toMinutesPart() == 0 ? format.format(hours) : format.formatMeasures(hours, minutes);
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
