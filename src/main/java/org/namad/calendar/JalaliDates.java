package org.namad.calendar;

import java.time.Duration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import org.namad.language.PersianText;
import org.springframework.stereotype.Component;

/**
 * Writes instants and dates as people read them: Jalali with Persian digits for Persian readers, Gregorian for
 * English ones, always in Tehran's time. Templates reach it as {@code @jalaliDates}.
 */
@Component
public class JalaliDates {

    private static final ULocale PERSIAN = new ULocale("fa_IR@calendar=persian");
    private static final Pattern TYPED = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    /** Years below this one are Jalali years. */
    private static final int FIRST_GREGORIAN_YEAR = 1700;
    private static final TimeZone ZONE = TimeZone.getTimeZone("Asia/Tehran");

    /** The day, for example {@code ۱ آذر ۱۴۰۵} or {@code 22 November 2026}. */
    public String date(Instant instant, Locale locale) {
        return format(instant, locale, "d MMMM y", "d MMMM uuuu");
    }

    /** The day, for example {@code ۱ آذر ۱۴۰۵} or {@code 22 November 2026}. */
    public String date(LocalDate date, Locale locale) {
        return date(date.atStartOfDay(NamadClock.TEHRAN).toInstant(), locale);
    }

    /** The day with its weekday, for example {@code یکشنبه ۱ آذر ۱۴۰۵} or {@code Sunday 22 November 2026}. */
    public String weekday(Instant instant, Locale locale) {
        return format(instant, locale, "EEEE d MMMM y", "EEEE d MMMM uuuu");
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

    /** The time from one instant to another, as {@link #duration(Duration, Locale)} says it. */
    public String duration(Instant from, Instant until, Locale locale) {
        return duration(Duration.between(from, until), locale);
    }

    /** The minute of the day, for example {@code ۱۴:۳۰} or {@code 14:30}. */
    public String time(Instant instant, Locale locale) {
        return format(instant, locale, "HH:mm", "HH:mm");
    }

    /**
     * The day that a person typed, Jalali ({@code ۱۴۰۵/۰۹/۰۱}) or Gregorian ({@code 2026-11-22}), year first, in any
     * digits; empty if there is no such day.
     */
    public Optional<LocalDate> parse(String typed) {
        Matcher date = TYPED.matcher(PersianText.digits(typed).strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        try {
            return Optional.of(year >= FIRST_GREGORIAN_YEAR ? LocalDate.of(year, month, day)
                : jalali(year, month, day));
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate jalali(int year, int month, int day) {
        Calendar calendar = Calendar.getInstance(ZONE, PERSIAN);
        calendar.setLenient(false);
        calendar.clear();
        // At noon, since some days have no midnight: summer time used to begin then.
        calendar.set(year, month - 1, day, 12, 0);
        return LocalDate.ofInstant(calendar.getTime().toInstant(), NamadClock.TEHRAN);
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
