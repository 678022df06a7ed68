package org.namad.complaint;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

import org.namad.calendar.JalaliDates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the arithmetic of an answer deadline in words, one line a step: the same for consumer, business and staff (N5). */
@Component("clockLines")
public class ClockLines {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final JalaliDates dates;
    private final MessageSource messages;

    ClockLines(JalaliDates dates, MessageSource messages) {
        this.dates = dates;
        this.messages = messages;
    }

    /** The steps of {@code clock}, the earliest first; times in the reader's calendar and in the other one. */
    public List<String> of(AnswerClock clock, Locale language) {
        return clock.steps().stream().map(step -> line(step, language)).toList();
    }

    private String line(ClockStep step, Locale language) {
        Locale other = PERSIAN.getLanguage().equals(language.getLanguage()) ? Locale.ENGLISH : PERSIAN;
        String due = step.due() == null ? ""
            // The date of the other calendar reads in its own direction.
            : "%s (\u2068%s\u2069)".formatted(dates.dateTime(step.due(), language), dates.dateTime(step.due(), other));
        return messages.getMessage("complaint.clockLine." + step.kind(), new Object[] {
            dates.dateTime(step.takenAt(), language), hours(step.duration(), language), due,
            text(step.source()), text(step.who()), text(step.reason())}, language);
    }

    private String hours(String duration, Locale language) {
        if (duration == null) {
            return "";
        }
        try {
            Duration time = Duration.parse(duration);
            return time.toMinutesPart() == 0 && time.toSecondsPart() == 0
                ? messages.getMessage("complaint.clockLine.hours", new Object[] {
                    NumberFormat.getIntegerInstance(language).format(time.toHours())}, language)
                : dates.duration(time, language);
        } catch (DateTimeParseException months) {
            return duration;
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
