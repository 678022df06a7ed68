package org.namad.enforcement.web;

import java.util.function.BiConsumer;

import jakarta.validation.Valid;

import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.NotAwaited;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
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
 * The holder's page of a case: the letter, the right of reply, the decision and the remedy. Holders reach it from their
 * panel, or without signing in by the signed link of the mail.
 */
@Controller
class EnforcementPages {

    private static final String PANEL = "/panel/enforcement/{id}";
    private static final String LINK = "/answer/letters/{id}";

    private final EnforcementCases cases;
    private final EnforcementDesk desk;
    private final SignedLinks links;
    private final MessageSource messages;

    EnforcementPages(EnforcementCases cases, EnforcementDesk desk, SignedLinks links, MessageSource messages) {
        this.cases = cases;
        this.desk = desk;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping(PANEL)
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        return page(own(id, person), "", new StatementForm(), HttpStatus.OK);
    }

    @PostMapping(PANEL + "/{what:reply|remedy}")
    ModelAndView state(@PathVariable long id, @PathVariable String what, @AuthenticationPrincipal SignedIn person,
            @Valid @ModelAttribute("statement") StatementForm form, BindingResult errors, RedirectAttributes next) {
        return take(own(id, person), "", what, form, errors, next);
    }

    @GetMapping(LINK)
    ModelAndView showByLink(@PathVariable long id, @RequestParam(required = false) String until,
            @RequestParam(required = false) String signature) {
        EnforcementCase linked = linked(id, until, signature);
        return page(linked, query(until, signature), new StatementForm(), HttpStatus.OK);
    }

    @PostMapping(LINK + "/{what:reply|remedy}")
    ModelAndView stateByLink(@PathVariable long id, @PathVariable String what,
            @RequestParam(required = false) String until, @RequestParam(required = false) String signature,
            @Valid @ModelAttribute("statement") StatementForm form, BindingResult errors, RedirectAttributes next) {
        return take(linked(id, until, signature), query(until, signature), what, form, errors, next);
    }

    private ModelAndView take(EnforcementCase enforcement, String query, String what, StatementForm form,
            BindingResult errors, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(enforcement, query, form, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        BiConsumer<Long, String> command = what.equals("reply") ? desk::reply : desk::reportRemedy;
        String outcome = what + ".taken";
        try {
            command.accept(enforcement.id(), form.getText());
        } catch (NotAwaited tooLate) {
            outcome = "tooLate";
        }
        next.addFlashAttribute("message", messages.getMessage("enforcement.page." + outcome, null,
            LocaleContextHolder.getLocale()));
        return new ModelAndView("redirect:" + address(enforcement, query) + query);
    }

    /** @param query the signature of the link by which the reader came; empty in the panel */
    private ModelAndView page(EnforcementCase enforcement, String query, StatementForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("enforcement/case", status);
        page.addObject("enforcement", enforcement);
        page.addObject("seal", enforcement.seal());
        page.addObject("awaited", desk.awaited(enforcement.id()).name());
        page.addObject("statement", form);
        page.addObject("address", address(enforcement, query));
        page.addObject("query", query);
        return page;
    }

    private static String address(EnforcementCase enforcement, String query) {
        return (query.isEmpty() ? "/panel/enforcement/" : "/answer/letters/") + enforcement.id();
    }

    private EnforcementCase own(long id, SignedIn person) {
        return cases.findWithDossierById(id)
            .filter(found -> found.seal().business().owner().id() == person.personId())
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
