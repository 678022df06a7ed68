package org.namad.casebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.namad.casebook.Moment.Kind;
import org.namad.casefile.CaseKey;
import org.namad.casefile.StaffCases;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.engine.CaseCourse;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.escalation.Escalation;
import org.namad.escalation.Escalations;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.trail.ChangeEntry;
import org.namad.trail.ChangeLines;
import org.namad.trail.Changes;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Tells the whole course of a case, the latest first: what was said, every step, mail, document, point and change. */
@Component
class Course {

    private static final int CHANGES = 1000;

    private final CaseCourse steps;
    private final Mails mails;
    private final Documents documents;
    private final Ledger ledger;
    private final CaseNotes notes;
    private final Changes changes;
    private final ChangeLines lines;
    private final StaffAccounts accounts;
    private final People people;
    private final Escalations escalations;
    private final Words words;
    private final MessageSource messages;

    Course(CaseCourse steps, Mails mails, Documents documents, Ledger ledger, CaseNotes notes, Changes changes,
            ChangeLines lines, StaffAccounts accounts, People people, Escalations escalations, Words words,
            MessageSource messages) {
        this.steps = steps;
        this.mails = mails;
        this.documents = documents;
        this.ledger = ledger;
        this.notes = notes;
        this.changes = changes;
        this.lines = lines;
        this.accounts = accounts;
        this.people = people;
        this.escalations = escalations;
        this.words = words;
        this.messages = messages;
    }

    /** @param sealId the seal that the case is about; null if there is none yet */
    List<Moment> of(CaseKey key, Long sealId, StaffCases kind, Locale language) {
        List<Moment> course = new ArrayList<>();
        kind.said(key.id(), language).forEach(said ->
            course.add(Moment.of(said.when(), Kind.SAID, said.who(), said.what(), said.text())));
        steps.of(key).forEach(step -> course.add(Moment.of(step.when(), Kind.STEP, who(step, language),
            text("casebook.step." + step.kind(), language, step.name()), step.outcome())));
        mails.of(key).forEach(mail -> course.add(mail(mail, language)));
        documents.of(key.toString()).forEach(document -> course.add(Moment.of(document.uploadedAt(), Kind.DOCUMENT,
            sender(document).orElse(null),
            text("casebook.moment.document", language, kind.purpose(document.purpose(), language)),
            document.fileName())));
        if (sealId != null) {
            ledger.entriesOf(sealId).stream().filter(entry -> key.toString().equals("complaint-" + entry.complaintId()))
                .forEach(entry -> course.add(point(entry, language)));
        }
        notes.findByCaseKeyOrderByIdDesc(key.toString()).forEach(note -> course.add(Moment.of(note.writtenAt(),
            Kind.NOTE, accounts.nameOf(note.author()), text("casebook.moment.note", language), note.text())));
        escalations.findByCaseKeyOrderById(key.toString()).forEach(told -> course.add(Moment.of(told.toldAt(),
            Kind.STEP, null, escalated(told, language), told.readers().isEmpty() ? null : told.readers())));
        course.addAll(changes(key, language));
        // What happened at the same moment stays in its order, also from the end.
        course.sort(Comparator.comparing(Moment::when));
        Collections.reverse(course);
        return course;
    }

    /** Who sent the document; empty if the platform drew it up or the sender had not signed in. */
    Optional<String> sender(Document document) {
        return Optional.ofNullable(document.uploadedBy()).flatMap(people::findById).map(Person::fullName);
    }

    private String who(CaseCourse.Step step, Locale language) {
        return step.whom() == null ? step.who() : text("casebook.for", language, step.who(), step.whom());
    }

    private String escalated(Escalation told, Locale language) {
        return told.audience().equals(Escalation.DOERS) ? text("casebook.moment.reminded", language, told.taskName())
            : text("casebook.moment.escalated", language, told.taskName(), words.group(told.audience(), language));
    }

    private Moment mail(Mail mail, Locale language) {
        return Moment.of(Objects.requireNonNullElse(mail.sentAt(), mail.postedAt()), Kind.MAIL, null,
            text("casebook.moment.mail." + mail.status(), language, mail.recipientName()), mail.subject());
    }

    private Moment point(PointEntry entry, Locale language) {
        String who = accounts.find(entry.source().who()).map(StaffMember::name).orElse(null);
        return Moment.of(entry.enteredAt(), Kind.POINT, who,
            text("casebook.point." + entry.kind() + "." + entry.ground(), language, entry.rule()),
            entry.kind() == PointEntry.Kind.POINT ? entry.proof() : entry.reason());
    }

    /** What one actor changed at one moment is one thing that happened. */
    private List<Moment> changes(CaseKey key, Locale language) {
        List<ChangeEntry> entries = changes.findByCaseKeyOrderByIdDesc(key.toString(), PageRequest.of(0, CHANGES))
            .getContent();
        Map<List<Object>, List<ChangeLines.Line>> together = new LinkedHashMap<>();
        lines.of(entries, language).forEach(line -> together.computeIfAbsent(
            List.of(line.when(), line.actor()), first -> new ArrayList<>()).add(line));
        return together.values().stream().map(group -> {
            ChangeLines.Line first = group.get(0);
            String actor = text("trail.actor." + first.actor().kind(), language);
            boolean person = first.actorName() != null && !first.actorName().startsWith("/");
            return new Moment(first.when(), Kind.CHANGE, person ? first.actorName() : actor,
                text("casebook.moment.change", language), group.stream().map(ChangeLines.Line::field).distinct()
                    .collect(Collectors.joining(text("casebook.and", language))), group);
        }).toList();
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
