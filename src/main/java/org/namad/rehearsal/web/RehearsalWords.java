package org.namad.rehearsal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.namad.calendar.JalaliDates;
import org.namad.rehearsal.Comparison;
import org.namad.rehearsal.Comparison.Difference;
import org.namad.rehearsal.Comparison.Row;
import org.namad.rehearsal.Happening;
import org.namad.rehearsal.Happening.Kind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what happened in a rehearsal, and what differs. */
@Component
class RehearsalWords {

    /** What the summary counts. */
    private static final List<Kind> COUNTED = List.of(Kind.MAIL, Kind.TASK_OPENED, Kind.POINT, Kind.INCIDENT,
        Kind.NOBODY, Kind.NOT_AWAITED, Kind.WAITING);
    /** What is worth a sentence if it happens at another time. */
    private static final Set<Kind> TIMED = EnumSet.of(Kind.TIMER, Kind.POINT, Kind.SEAL, Kind.ENDED);
    /** What is worth a sentence if it happens on one side only. */
    private static final Set<Kind> NAMED = EnumSet.of(Kind.MAIL, Kind.TASK_OPENED, Kind.SEAL, Kind.INCIDENT,
        Kind.NOBODY, Kind.NOT_AWAITED, Kind.WAITING, Kind.ENDED);

    private final MessageSource messages;
    private final JalaliDates dates;

    RehearsalWords(MessageSource messages, JalaliDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** How far a rehearsal is, see {@link org.namad.rehearsal.RehearsalDesk#progress}. */
    String progress(String text, Locale locale) {
        String[] parts = text.split(" ");
        return messages.getMessage("rehearsal.progress." + parts[0], new Object[] {Integer.valueOf(parts[1])}, locale);
    }

    Words in(Locale locale) {
        return new Words(locale);
    }

    /** The words of one language, for templates. */
    final class Words {

        private final Locale locale;

        private Words(Locale locale) {
            this.locale = locale;
        }

        /** When it happened, after the start of the case. */
        public String when(Happening line) {
            return line.minute() == 0 ? message("rehearsal.start") : message("rehearsal.after", length(line.minute()));
        }

        private String length(long minutes) {
            return dates.duration(Duration.ofMinutes(minutes), locale);
        }

        /** What happened. */
        public String what(Happening line) {
            String text = switch (line.kind()) {
                case ACT, NOT_AWAITED -> message("rehearsal.act." + line.id());
                case SEAL -> message("web.status." + line.id());
                case POINT, POINT_REVERSED -> message("rehearsal.ground." + line.id());
                default -> line.what() == null ? line.id() : line.what();
            };
            return line.times() == 1 ? text : message("rehearsal.times", text, line.times());
        }

        /** Who did it or got it; empty if nobody. */
        public String who(Happening line) {
            return line.who() == null ? "" : Arrays.stream(line.who().split(",")).map(this::person)
                .collect(Collectors.joining(message("rehearsal.or")));
        }

        private String person(String who) {
            String number = who.replaceFirst("^.*-(?=\\d+$)", "");
            String group = who.replaceFirst("-\\d+$", "");
            String name = messages.getMessage("rehearsal.who." + group, null, group, locale);
            return group.equals(who) ? name : message("rehearsal.person", name, Integer.valueOf(number));
        }

        /** What differs between the two courses of a story, the most important first. */
        public List<String> differences(Comparison comparison) {
            List<String> sentences = new ArrayList<>();
            for (Kind kind : COUNTED) {
                int more = comparison.inDraft(kind) - comparison.inLive(kind);
                if (more != 0) {
                    sentences.add(message("rehearsal.count." + kind + (more > 0 ? ".more" : ".less"), Math.abs(more)));
                }
            }
            comparison.rows().stream().filter(row -> row.live() == null || row.draft() == null)
                .filter(row -> NAMED.contains(row.either().kind())).forEach(row -> sentences.add(oneSided(row)));
            comparison.rows().stream().filter(row -> row.shift() != 0 && TIMED.contains(row.either().kind()))
                .forEach(row -> sentences.add(moved(row)));
            return sentences;
        }

        private String oneSided(Row row) {
            Happening line = row.either();
            return message(row.difference() == Difference.ONLY_DRAFT ? "rehearsal.only.draft" : "rehearsal.only.live",
                message("rehearsal.kind." + line.kind()), what(line), when(line));
        }

        private String moved(Row row) {
            return message("rehearsal.moved", message("rehearsal.kind." + row.either().kind()), what(row.either()),
                when(row.draft()), when(row.live()));
        }

        private String message(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }
}
