package org.namad.trail.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

import org.namad.calendar.JalaliDates;
import org.namad.casefile.CaseKey;
import org.namad.engine.StaffAccounts;
import org.namad.language.PersianText;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.trail.Actor;
import org.namad.trail.ChangeEntry;
import org.namad.trail.Changes;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows staff and auditors who changed what about a case (N6). */
@Controller
class ChangesPage {

    private static final int LINES = 50;

    /** One line as it is shown. */
    record Line(Instant when, Actor actor, String actorName, String field, String before, String after) {
    }

    private final Changes changes;
    private final People people;
    private final StaffAccounts staff;
    private final JalaliDates dates;
    private final MessageSource messages;

    ChangesPage(Changes changes, People people, StaffAccounts staff, JalaliDates dates, MessageSource messages) {
        this.changes = changes;
        this.people = people;
        this.staff = staff;
        this.dates = dates;
        this.messages = messages;
    }

    /** Leads from what was typed on the staff's desk to the page of that case. */
    @GetMapping("/staff/changes")
    String find(@RequestParam("case") String typed) {
        String key = PersianText.digits(typed).strip().toLowerCase(Locale.ROOT);
        return "redirect:" + UriComponentsBuilder.fromPath("/staff/changes/{key}").buildAndExpand(key).encode()
            .toUriString();
    }

    @GetMapping("/staff/changes/{caseKey}")
    String show(@PathVariable String caseKey, @RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        if (!CaseKey.isOne(caseKey) || page < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Slice<ChangeEntry> slice = changes.findByCaseKeyOrderByIdDesc(caseKey, PageRequest.of(page, LINES));
        model.addAttribute("caseKey", caseKey);
        model.addAttribute("lines", slice.getContent().stream().map(entry -> line(entry, language)).toList());
        model.addAttribute("page", page);
        model.addAttribute("more", slice.hasNext());
        return "trail/changes";
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
