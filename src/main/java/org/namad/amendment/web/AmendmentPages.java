package org.namad.amendment.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.Amendments;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Route;
import org.namad.amendment.Subject;
import org.namad.amendment.Wording;
import org.namad.casefile.CaseKey;
import org.namad.document.Documents;
import org.namad.document.Downloads;
import org.namad.document.FormFiles;
import org.namad.document.FormFiles.Files;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.namad.seal.Activities;
import org.namad.seal.Provinces;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is registered about a seal and its holder, and the changes that its owner asks for (R17). */
@Controller
@RequestMapping("/panel/seals/{id}/change")
class AmendmentPages {

    /**
     * A line of what is registered.
     *
     * @param value  what is registered, in words
     * @param route  what a change takes
     * @param isOpen whether one is under way
     */
    record Line(Subject subject, String value, Route route, boolean isOpen) {
    }

    /**
     * A change that was asked for.
     *
     * @param proof    the documents that were sent with it
     * @param deadline until when the seal must be on the new site; null if that is not waited for
     */
    record Change(Amendment amendment, String formerly, String wanted, Instant deadline, List<Downloads.Link> proof) {
    }

    private final Seals seals;
    private final Amendments amendments;
    private final AmendmentDesk desk;
    private final Wording wording;
    private final FormFiles formFiles;
    private final Documents documents;
    private final Downloads downloads;
    private final WaitingForms waiting;
    private final MessageSource messages;
    private final String baseUrl;

    AmendmentPages(Seals seals, Amendments amendments, AmendmentDesk desk, Wording wording, FormFiles formFiles,
            Documents documents, Downloads downloads, WaitingForms waiting, MessageSource messages, @Value("${namad.base-url}") String baseUrl) {
        this.seals = seals;
        this.amendments = amendments;
        this.desk = desk;
        this.wording = wording;
        this.formFiles = formFiles;
        this.documents = documents;
        this.downloads = downloads;
        this.waiting = waiting;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Locale locale) {
        Seal seal = own(id, person);
        List<Change> changes = about(seal).stream().map(amendment -> change(amendment, locale)).toList();
        return new ModelAndView("amendment/data")
            .addObject("seal", seal)
            .addObject("lines", Arrays.stream(Subject.values()).map(subject -> new Line(subject,
                wording.of(subject, subject.of(seal), locale), desk.route(subject), changes.stream()
                    .map(Change::amendment).anyMatch(open -> open.subject() == subject && open.status().isOpen())))
                .toList())
            .addObject("open", changes.stream().filter(change -> change.amendment().status().isOpen()).toList())
            .addObject("past", changes.stream().filter(change -> !change.amendment().status().isOpen()).toList())
            .addObject("snippet", Snippet.of(seal, baseUrl));
    }

    private Change change(Amendment amendment, Locale locale) {
        return new Change(amendment, wording.of(amendment.subject(), amendment.formerly(), locale),
            wording.of(amendment.subject(), amendment.wanted(), locale),
            amendment.status() == Amendment.Status.PLACEMENT
                ? desk.placementDeadline(amendment.id()).orElse(null) : null,
            documents.of(amendment.key().toString()).stream().map(document -> new Downloads.Link(document,
                "/panel/seals/%d/change/%d/files/%d".formatted(amendment.seal().id(), amendment.id(), document.id())))
                .toList());
    }

    @GetMapping("/{amendment:\\d{1,18}}/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long amendment, @PathVariable long file,
            @AuthenticationPrincipal SignedIn person) {
        check(own(id, person), amendment);
        return downloads.of(file, new CaseKey(Amendment.KIND, amendment).toString());
    }

    @GetMapping("/{subject}")
    ModelAndView form(@PathVariable long id, @PathVariable String subject, @AuthenticationPrincipal SignedIn person,
            Locale locale, HttpServletRequest request) {
        Seal seal = own(id, person);
        AmendmentForm form = AmendmentForm.of(subject(subject), seal);
        waiting.fill(form, request, person);
        return page(seal, subject(subject), form, formFiles.of(form.getToken()), HttpStatus.OK, locale);
    }

    @PostMapping("/{subject}")
    ModelAndView ask(@PathVariable long id, @PathVariable String subject, @AuthenticationPrincipal SignedIn person,
            @ModelAttribute("form") AmendmentForm form, BindingResult errors, Locale locale, RedirectAttributes next) {
        Seal seal = own(id, person);
        Subject changing = subject(subject);
        Files files = formFiles.take(form, person.personId());
        if (form.getDrop() != null) {
            return page(seal, changing, form, files, HttpStatus.OK, locale);
        }
        check(changing, form, errors);
        if (!errors.hasErrors() && !files.areWrong()) {
            try {
                Amendment taken = desk.ask(new NewAmendment(id, person.personId(), changing, form.typed(),
                    form.getWhy(), formFiles.uploads(form.getToken())));
                formFiles.done(form.getToken());
                return done(id, "amendment.done." + taken.status(), locale, next);
            } catch (AmendmentRefused refused) {
                errors.rejectValue("text", refused.messageKey());
            }
        }
        return page(seal, changing, form, files, HttpStatus.UNPROCESSABLE_ENTITY, locale);
    }

    private static void check(Subject subject, AmendmentForm form, BindingResult errors) {
        if (!errors.hasErrors() && subject.read(form.typed()).isEmpty()) {
            errors.rejectValue("text", "amendment.form.wrong." + subject);
        }
        if (form.getWhy() != null && form.getWhy().strip().length() > NewAmendment.LONGEST_REASON) {
            errors.rejectValue("why", "amendment.form.tooLong");
        }
    }

    @PostMapping("/{amendment:\\d{1,18}}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long amendment,
            @AuthenticationPrincipal SignedIn person, Locale locale, RedirectAttributes next) {
        check(own(id, person), amendment);
        try {
            desk.withdraw(amendment);
        } catch (AmendmentRefused over) {
            return done(id, over.messageKey(), locale, next);
        }
        return done(id, "amendment.withdrawn", locale, next);
    }

    @PostMapping("/{amendment:\\d{1,18}}/placement")
    ModelAndView reportPlacement(@PathVariable long id, @PathVariable long amendment,
            @AuthenticationPrincipal SignedIn person, Locale locale, RedirectAttributes next) {
        check(own(id, person), amendment);
        desk.reportPlacement(amendment);
        return done(id, "amendment.placement.reported", locale, next);
    }

    private ModelAndView page(Seal seal, Subject subject, AmendmentForm form, Files files, HttpStatus status,
            Locale locale) {
        return new ModelAndView("amendment/form", Map.of(
            "seal", seal, "subject", subject, "route", desk.route(subject), "form", form, "files", files,
            "registered", wording.of(subject, subject.of(seal), locale),
            "provinces", Provinces.ALL, "activities", Activities.KEYS), status);
    }

    private ModelAndView done(long sealId, String message, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("message", messages.getMessage(message, null, locale));
        return new ModelAndView("redirect:/panel/seals/" + sealId + "/change");
    }

    private List<Amendment> about(Seal seal) {
        return amendments.about(seal.id(), seal.business().id());
    }

    private void check(Seal seal, long amendmentId) {
        if (about(seal).stream().noneMatch(amendment -> amendment.id() == amendmentId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Subject subject(String key) {
        return Subject.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Only the owner changes what is registered, not those who act for the business otherwise. */
    private Seal own(long id, SignedIn person) {
        return seals.findAllById(List.of(id)).stream()
            .filter(seal -> seal.issuedAt() != null && seal.business().owner().id() == person.personId()).findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
