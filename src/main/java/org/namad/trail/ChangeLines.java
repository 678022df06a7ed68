package org.namad.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.engine.StaffAccounts;
import org.namad.party.People;
import org.namad.party.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the lines of the trail into words: names of people and fields, states, moments in the reader's calendar. */
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

    /** A part of a case with its own parts, as the program writes it; it may have been cut off. */
    private static final Pattern PARTS = Pattern.compile("[A-Z]\\w+\\[(\\w+=(?:.*… \\[\\d+, SHA-256 \\w+]|.*(?=])))]?",
        Pattern.DOTALL);

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
        return new Line(entry.changedAt(), entry.actor(), name(entry.actor()), name(entry.field(), language),
            shown(entry.oldText(), language), shown(entry.newText(), language));
    }

    private String name(String field, Locale language) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        return messages.getMessage("trail.field." + last, null, field, language);
    }

    private String name(Actor actor) {
        if (actor.kind() == Actor.Kind.STAFF) {
            return staff.nameOf(actor.name());
        }
        return actor.kind() != Actor.Kind.PARTY ? actor.name()
            : Optional.of(CaseKey.of(actor.name())).flatMap(key -> people.findById(key.id())).map(Person::fullName)
                .orElse(actor.name());
    }

    /** What the program has names and forms of its own for, in the reader's words; everything else as it is. */
    private String shown(String text, Locale language) {
        if (text == null) {
            return null;
        }
        if (text.matches("[A-Z][A-Z_]+|true|false")) {
            return messages.getMessage("trail.value." + text, null, text, language);
        }
        if (text.matches("[a-z]+(\\.[a-z]\\w*)+")) {
            return messages.getMessage(text, null, text, language);
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return Stream.of(parts.group(1).split(", (?=\\w+=)")).map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && !part[1].equals("null"))
                .map(part -> name(part[0], language) + ": " + shown(part[1], language)).collect(Collectors.joining(" · "));
        }
        return time(text, language);
    }

    private String time(String text, Locale language) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
                return dates.dateTime(Instant.parse(text), language);
            }
            return text.matches("PT\\d.*") ? dates.duration(Duration.parse(text), language) : text;
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }
}
