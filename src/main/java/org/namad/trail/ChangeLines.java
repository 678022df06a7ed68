package org.namad.trail;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.engine.StaffAccounts;
import org.namad.party.People;
import org.namad.party.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the lines of the trail into words: names of people and fields, moments in the reader's calendar. */
@Component
public class ChangeLines {

    /**
     * One line as it is shown.
     *
     * @param when      at what time
     * @param actor     who did it
     * @param actorName what people call that actor; null where the kind says it all
     * @param field     the name of what changed
     * @param before    what stood there
     * @param after     what stands there since
     */
    public record Line(Instant when, Actor actor, String actorName, String field, String before, String after) {
    }

    private final People people;
    private final StaffAccounts staff;
    private final JalaliDates dates;
    private final MessageSource messages;

    ChangeLines(People people, StaffAccounts staff, JalaliDates dates, MessageSource messages) {
        this.people = people;
        this.staff = staff;
        this.dates = dates;
        this.messages = messages;
    }

    /** The entries for a reader of {@code language}, in the same order. */
    public List<Line> of(List<ChangeEntry> entries, Locale language) {
        return entries.stream().map(entry -> line(entry, language)).toList();
    }

    private Line line(ChangeEntry entry, Locale language) {
        String field = entry.field();
        String last = field.substring(field.lastIndexOf('.') + 1);
        return new Line(entry.changedAt(), entry.actor(), name(entry.actor()),
            messages.getMessage("trail.field." + last, null, field, language), shown(entry.oldText(), language),
            shown(entry.newText(), language));
    }

    private String name(Actor actor) {
        if (actor.kind() == Actor.Kind.STAFF) {
            return staff.nameOf(actor.name());
        }
        return actor.kind() != Actor.Kind.PARTY ? actor.name()
            : Optional.of(CaseKey.of(actor.name())).flatMap(key -> people.findById(key.id())).map(Person::fullName)
                .orElse(actor.name());
    }

    /** Moments in the reader's calendar, everything else as it is. */
    private String shown(String text, Locale language) {
        if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            return text;
        }
        try {
            return dates.dateTime(Instant.parse(text), language);
        } catch (DateTimeParseException notAMoment) {
            return text;
        }
    }
}
