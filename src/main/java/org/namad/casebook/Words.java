package org.namad.casebook;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import org.namad.calendar.JalaliDates;
import org.namad.notification.DeliveryAttempt;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the page of a case. */
@Component("caseWords")
public class Words {

    private final MessageSource messages;
    private final JalaliDates dates;
    private final Clock clock;

    Words(MessageSource messages, JalaliDates dates, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /** Whether {@code moment} is over. */
    public boolean isPast(Instant moment) {
        return moment.isBefore(clock.instant());
    }

    /** What people call a kind of case, such as <i>complaint</i>; the kind itself if nobody has named it. */
    public String kind(String kind, Locale language) {
        return messages.getMessage("casebook.kind." + kind, null, kind, language);
    }

    /** The label of a fact. */
    public String fact(String name, Locale language) {
        return messages.getMessage("casebook.fact." + name, null, name, language);
    }

    /** What people call a group of the staff. */
    public String group(String id, Locale language) {
        return messages.getMessage("casebook.group." + id, null, id, language);
    }

    String attempt(DeliveryAttempt attempt, Locale language) {
        return messages.getMessage("casebook.attempt." + attempt.outcome(), new Object[] {
            dates.dateTime(attempt.attemptedAt(), language), attempt.reply()}, language);
    }

    String of(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
