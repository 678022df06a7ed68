package org.namad.enforcement.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Downloads;
import org.namad.document.FormFiles;
import org.namad.document.FormFiles.Files;
import org.namad.document.Upload;
import org.namad.enforcement.Dossier;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.NotAwaited;
import org.namad.enforcement.RemedyReport;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.namad.party.WaitingForms;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The holder's page of a case: the letter, the right of reply, the decision, the
 * remedy and the appeal. Holders reach it from their
 * panel, or without signing in by the signed link of the mail.
 */
@Controller
class EnforcementPages {

    private static final String PANEL = "/panel/enforcement/{id}";
    private static final String LINK = "/answer/letters/{id}";
    private static final Set<String> FROM_HOLDER = Set.of("reply", "remedy", "appeal");

    private final EnforcementCases cases;
    private final Businesses businesses;
    private final EnforcementDesk desk;
    private final SignedLinks links;
    private final MessageSource messages;
    private final Dossier dossiers;
    private final FormFiles formFiles;
    private final WaitingForms waiting;
    private final SmartValidator validator;
    private final Documents documents;
    private final Downloads downloads;
    private final Clock clock;

    EnforcementPages(EnforcementCases cases, Businesses businesses, EnforcementDesk desk, SignedLinks links,
            MessageSource messages, Dossier dossiers, FormFiles formFiles, WaitingForms waiting,
            SmartValidator validator, Documents documents, Downloads downloads, Clock clock) {
        this.formFiles = formFiles;
        this.waiting = waiting;
        this.validator = validator;
        this.dossiers = dossiers;
        this.documents = documents;
        this.downloads = downloads;
        this.clock = clock;
        this.cases = cases;
        this.businesses = businesses;
        this.desk = desk;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping(PANEL)
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return open(own(id, person), "", person, request);
    }

    @PostMapping(PANEL + "/{what:reply|remedy|appeal}")
    ModelAndView state(@PathVariable long id, @PathVariable String what, @AuthenticationPrincipal SignedIn person,
            @ModelAttribute("statement") StatementForm form, BindingResult errors, RedirectAttributes next) {
        return take(own(id, person), person.personId(), "", what, form, errors, next);
    }

    @GetMapping(LINK)
    ModelAndView showByLink(@PathVariable long id, @RequestParam(required = false) String until,
            @RequestParam(required = false) String signature, @AuthenticationPrincipal SignedIn reader,
            HttpServletRequest request) {
        return open(linked(id, until, signature), query(until, signature), reader, request);
    }

    /** The page with what the reader typed before, if it waits to be finished. */
    private ModelAndView open(EnforcementCase enforcement, String query, SignedIn reader, HttpServletRequest request) {
        StatementForm form = new StatementForm();
        waiting.fill(form, request, reader);
        return page(enforcement, query, form.getSaid(), form, HttpStatus.OK);
    }

    @PostMapping(LINK + "/{what:reply|remedy|appeal}")
    ModelAndView stateByLink(@PathVariable long id, @PathVariable String what,
            @RequestParam(required = false) String until, @RequestParam(required = false) String signature,
            @ModelAttribute("statement") StatementForm form, BindingResult errors, RedirectAttributes next) {
        return take(linked(id, until, signature), null, query(until, signature), what, form, errors, next);
    }

    @GetMapping(PANEL + "/dossier")
    ResponseEntity<byte[]> dossier(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        return dossier(own(id, person));
    }

    @GetMapping(LINK + "/dossier")
    ResponseEntity<byte[]> dossierByLink(@PathVariable long id, @RequestParam(required = false) String until,
            @RequestParam(required = false) String signature) {
        return dossier(linked(id, until, signature));
    }

    @GetMapping(PANEL + "/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, @AuthenticationPrincipal SignedIn person) {
        return file(own(id, person), file);
    }

    @GetMapping(LINK + "/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> fileByLink(@PathVariable long id, @PathVariable long file,
            @RequestParam(required = false) String until, @RequestParam(required = false) String signature) {
        return file(linked(id, until, signature), file);
    }

    /** What the holder has sent, and no other paper of the case. */
    private ResponseEntity<byte[]> file(EnforcementCase enforcement, long file) {
        if (documents.find(file).filter(document -> FROM_HOLDER.contains(document.purpose())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return downloads.of(file, enforcement.key().toString());
    }

    private ResponseEntity<byte[]> dossier(EnforcementCase enforcement) {
        return dossiers.latest(enforcement).map(downloads::of)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Takes what was said; its files are kept at once, so that an error does not lose them.
     *
     * @param by who says it; null for whoever came by the link
     */
    private ModelAndView take(EnforcementCase enforcement, Long by, String query, String what, StatementForm form,
            BindingResult errors, RedirectAttributes next) {
        Files files = formFiles.take(form, by);
        if (form.getDrop() != null) {
            return page(enforcement, query, what, form, HttpStatus.OK).addObject("files", files);
        }
        validator.validate(form, errors);
        if (form.getItems().values().stream().anyMatch(StatementForm.Item::isTooLong)) {
            errors.rejectValue("items", "enforcement.page.comment.long");
        }
        if (errors.hasErrors() || files.areWrong()) {
            return page(enforcement, query, what, form, HttpStatus.UNPROCESSABLE_ENTITY).addObject("files", files);
        }
        List<Upload> proof = formFiles.uploads(form.getToken());
        String outcome = what + ".taken";
        try {
            switch (what) {
                case "reply" -> desk.reply(enforcement.id(), form.getText(), proof, by);
                case "remedy" -> desk.reportRemedy(enforcement.id(), new RemedyReport(form.getText(),
                    form.getItems().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        item -> item.getValue().said())), proof), by);
                default -> desk.appeal(enforcement.id(), form.getText(), proof, by);
            }
        } catch (NotAwaited tooLate) {
            outcome = "tooLate";
        }
        formFiles.done(form.getToken());
        next.addFlashAttribute("message", messages.getMessage("enforcement.page." + outcome, null,
            LocaleContextHolder.getLocale()));
        return new ModelAndView("redirect:" + address(enforcement, query) + query);
    }

    /**
     * @param query the signature of the link by which the reader came; empty in the panel
     * @param said  which form was sent and comes back; empty if none
     */
    private ModelAndView page(EnforcementCase enforcement, String query, String said, StatementForm form,
            HttpStatus status) {
        ModelAndView page = new ModelAndView("enforcement/case", status);
        EnforcementDesk.Options options = desk.options(enforcement.id());
        page.addObject("enforcement", enforcement);
        page.addObject("seal", enforcement.seal());
        page.addObject("options", options);
        page.addObject("replyLeft", left(options.reply()));
        page.addObject("remedyLeft", left(options.remedy()));
        page.addObject("appealLeft", left(options.appeal()));
        page.addObject("dossier", dossiers.latest(enforcement).isPresent());
        page.addObject("filesOf", documents.of(enforcement.key().toString()).stream()
            .collect(Collectors.groupingBy(Document::purpose, Collectors.mapping(document -> new Downloads.Link(document,
                address(enforcement, query) + "/files/" + document.id() + query), Collectors.toList()))));
        page.addObject("said", said);
        page.addObject("statement", form);
        page.addObject("files", formFiles.of(form.getToken()));
        page.addObject("noFiles", formFiles.of(FormFiles.newToken()));
        page.addObject("address", address(enforcement, query));
        page.addObject("query", query);
        return page;
    }

    private Duration left(Instant due) {
        return due == null ? null : Duration.between(clock.instant(), due);
    }

    private static String address(EnforcementCase enforcement, String query) {
        return (query.isEmpty() ? "/panel/enforcement/" : "/answer/letters/") + enforcement.id();
    }

    private EnforcementCase own(long id, SignedIn person) {
        return cases.findWithDossierById(id)
            .filter(found -> businesses.mayAct(person.personId(), found.seal().business().id()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private EnforcementCase linked(long id, String until, String signature) {
        links.require("/answer/letters/" + id, until, signature);
        return cases.findWithDossierById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String query(String until, String signature) {
        return UriComponentsBuilder.newInstance().queryParam("until", until).queryParam("signature", signature)
            .encode().toUriString();
    }
}
