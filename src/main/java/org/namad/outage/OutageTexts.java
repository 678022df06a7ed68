package org.namad.outage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.namad.calendar.JalaliDates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts outages and moved deadlines into words; times stand in the reader's calendar and in the other one. */
@Component
class OutageTexts {

    private static final String PERSIAN = "fa";

    private final JalaliDates dates;
    private final MessageSource messages;

    OutageTexts(JalaliDates dates, MessageSource messages) {
        this.dates = dates;
        this.messages = messages;
    }

    /** Why the platform was out of reach. */
    String reason(Outage outage, Locale language) {
        if (outage.reason() == null) {
            return messages.getMessage("outage.reason.noticed", null, language);
        }
        return language.getLanguage().equals(PERSIAN) ? outage.reason() : outage.reasonEn();
    }

    /** What the mail to a party shows besides the facts of the case. */
    Map<String, String> facts(Outage outage, ClockMove move, Locale language) {
        Locale other = Locale.forLanguageTag(language.getLanguage().equals(PERSIAN) ? "en" : PERSIAN);
        Map<String, String> facts = new HashMap<>();
        facts.put("deadline", messages.getMessage("outage.deadline." + move.activityId(), null,
            messages.getMessage("outage.deadline", null, language), language));
        facts.put("oldDue", dates.dateTime(move.fromDue(), language));
        facts.put("oldDueAlso", dates.dateTime(move.fromDue(), other));
        facts.put("newDue", dates.dateTime(move.toDue(), language));
        facts.put("newDueAlso", dates.dateTime(move.toDue(), other));
        facts.put("lostTime", dates.duration(move.distance(), language));
        facts.put("outageFrom", dates.dateTime(outage.startedAt(), language));
        facts.put("outageUntil", dates.dateTime(outage.endedAt(), language));
        facts.put("outageReason", reason(outage, language));
        return facts;
    }
}
