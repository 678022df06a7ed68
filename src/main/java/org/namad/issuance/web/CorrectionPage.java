package org.namad.issuance.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.Stage;
import org.namad.issuance.web.FormDesk.Kept;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where an applicant, or a delegate of the company, corrects what an officer found fault with; kept while it is filled in,
 * as the application was.
 */
@Controller
@RequestMapping("/panel/applications/{id}/correction")
class CorrectionPage {

    private final ApplicationDesk desk;
    private final FormDesk forms;
    private final FormChecks checks;
    private final WaitingForms waiting;
    private final MessageSource messages;

    CorrectionPage(ApplicationDesk desk, FormDesk forms, FormChecks checks, WaitingForms waiting,
            MessageSource messages) {
        this.desk = desk;
        this.forms = forms;
        this.checks = checks;
        this.waiting = waiting;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView correction(@PathVariable long id, @AuthenticationPrincipal SignedIn reader,
            HttpServletRequest request) {
        Application application = desk.followed(id, reader.personId());
        if (application.stage() != Stage.CORRECTION) {
            return new ModelAndView("redirect:/panel/applications/" + id);
        }
        ApplicationForm form = ApplicationForm.of(application, reader.personId());
        if (waiting.fill(form, request, reader)) {
            form.correct(application, reader.personId());
            return forms.page(forms.typed(form, application, reader), List.of());
        }
        return forms.page(forms.open(form, application, reader), List.of());
    }

    @PostMapping("/save")
    ModelAndView save(@PathVariable long id, @ModelAttribute("form") ApplicationForm form, BindingResult unread,
            @AuthenticationPrincipal SignedIn reader,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            @RequestParam(required = false) DocumentPurpose document, Locale locale, HttpServletResponse response,
            RedirectAttributes redirect) {
        Application application = desk.followed(id, reader.personId());
        Kept kept = keep(form, application, reader);
        if (htmx != null) {
            return forms.piece(kept, document, response);
        }
        if (form.getDrop() != null || !kept.wrong().isEmpty()) {
            return forms.page(kept, List.of());
        }
        redirect.addFlashAttribute("message", messages.getMessage("issuance.draft.correctionSaved", null, locale));
        return new ModelAndView("redirect:/panel/applications/" + id);
    }

    @PostMapping
    ModelAndView correct(@PathVariable long id, @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult errors, @AuthenticationPrincipal SignedIn reader, Locale locale,
            RedirectAttributes redirect) {
        Application application = desk.followed(id, reader.personId());
        Kept kept = keep(form, application, reader);
        List<DocumentPurpose> missing = checks.check(form, errors, application, kept.documents());
        if (!errors.hasErrors() && kept.wrong().isEmpty()) {
            try {
                desk.correct(id, reader.personId(), form.toParticulars(), List.of());
                redirect.addFlashAttribute("message", messages.getMessage("issuance.form.corrected", null, locale));
                return new ModelAndView("redirect:/panel/applications/" + id);
            } catch (ApplicationRefused refused) {
                checks.explain(refused, errors);
            }
        }
        ModelAndView page = forms.page(kept, missing);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** The draft of a correction goes by its application and its writer, whatever was sent. */
    private Kept keep(ApplicationForm form, Application application, SignedIn reader) {
        form.correct(application, reader.personId());
        return forms.keep(form, application, reader);
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notTheirs(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
