package org.namad.complaint.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.namad.calendar.JalaliDates;
import org.namad.complaint.ClockStep;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NotAwaited;
import org.namad.complaint.Options;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Downloads;
import org.namad.document.FormFiles;
import org.namad.language.Digits;
import org.namad.party.People;
import org.namad.party.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of both sides show of a complaint: the same to both, apart from what each can do. */
@Component
class ComplaintView {

    private final ComplaintDesk desk;
    private final People people;
    private final FormFiles formFiles;
    private final Documents documents;
    private final Downloads downloads;
    private final JalaliDates dates;
    private final Digits digits;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintView(ComplaintDesk desk, People people, FormFiles formFiles, Documents documents, Downloads downloads,
            JalaliDates dates, Digits digits, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.people = people;
        this.formFiles = formFiles;
        this.documents = documents;
        this.downloads = downloads;
        this.dates = dates;
        this.digits = digits;
        this.messages = messages;
        this.clock = clock;
    }

    /** The reader's page, with what was typed into one of its forms and not taken. */
    ModelAndView page(Reading reading, Typed typed, Locale locale) {
        Complaint complaint = reading.complaint();
        Options options = desk.options(complaint.id());
        boolean answering = reading.side() == Side.BUSINESS && options.answer();
        ModelAndView page = new ModelAndView(reading.view())
            .addObject("complaint", complaint)
            .addObject("heading", answering ? "complaint.respond.title" : "complaint.show.title")
            .addObject("number", digits.of(complaint.tracking(), locale))
            .addObject("way", reading.way())
            .addObject("consumer", Side.CONSUMER)
            .addObject("business", Side.BUSINESS)
            .addObject("options", options)
            .addObject("said", said(reading))
            .addObject("steps", steps(complaint, locale))
            .addObject("now", clock.instant())
            .addObject("ticking", isTicking(complaint))
            .addObject("appealPending", isAppealPending(complaint))
            .addObject("otherLanguage", OtherLanguage.than(locale))
            .addObject("typed", typed);
        if (typed.form() != null && typed.isWrong()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    /**
     * Takes what the reader says, if it is {@code awaited}, and leads back to the page; shows the page again if something
     * is amiss with it.
     *
     * @param command does it and returns the key of the message that says so
     */
    ModelAndView take(Reading reading, Typed typed, boolean awaited, Supplier<String> command, Locale locale,
            RedirectAttributes redirect) {
        if (awaited && !typed.isReady()) {
            return page(reading, typed, locale);
        }
        String message = "complaint.movedOn";
        if (awaited) {
            try {
                message = command.get();
            } catch (NotAwaited late) {
                // Somebody else, or the clock, was faster: the page shows how the complaint stands now.
            }
        }
        formFiles.done(typed.files().token());
        redirect.addFlashAttribute("message", messages.getMessage(message, null, locale));
        return new ModelAndView("redirect:" + reading.way().self());
    }

    /** A document of this complaint and no other. */
    ResponseEntity<byte[]> file(Complaint complaint, long documentId) {
        return downloads.of(documentId, complaint.key().toString());
    }

    private List<Said> said(Reading reading) {
        Complaint complaint = reading.complaint();
        Way way = reading.way();
        List<Document> all = documents.of(complaint.key().toString());
        return complaint.statements().stream()
            .map(statement -> new Said(statement, all.stream()
                .filter(document -> complaint.saidWith(document) == statement)
                .map(document -> new Downloads.Link(document, way.file(document.id()))).toList(),
                reading.side() == Side.BUSINESS ? writer(statement) : null))
            .toList();
    }

    /** Which of a company's people spoke for it is the company's business alone. */
    private String writer(Statement statement) {
        return statement.writtenBy() == null ? null
            : people.findById(statement.writtenBy()).map(Person::fullName).orElse(null);
    }

    private List<ClockLine> steps(Complaint complaint, Locale locale) {
        return complaint.clock().steps().stream().map(step -> new ClockLine(step, added(step, locale))).toList();
    }

    /** Whole hours as hours: the rule says 96 hours, not four days. */
    private String added(ClockStep step, Locale locale) {
        if (step.duration() == null) {
            return null;
        }
        try {
            Duration added = Duration.parse(step.duration());
            return added.toSeconds() % 3600 == 0
                ? messages.getMessage("complaint.step.hours", new Object[] {added.toHours()}, locale)
                : dates.duration(added, locale);
        } catch (DateTimeParseException months) {
            return step.duration();
        }
    }

    private boolean isTicking(Complaint complaint) {
        Instant due = complaint.answerDue();
        return complaint.status() == ComplaintStatus.AWAITING_ANSWER && due != null && clock.instant().isBefore(due);
    }

    private static boolean isAppealPending(Complaint complaint) {
        long appeals = complaint.statements().stream().filter(said -> said.kind() == Statement.Kind.APPEAL
            || said.kind() == Statement.Kind.SILENCE_APPEAL).count();
        return appeals > complaint.statements().stream()
            .filter(said -> said.kind() == Statement.Kind.APPEAL_RULING).count();
    }
}
