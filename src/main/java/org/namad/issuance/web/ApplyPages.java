package org.namad.issuance.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationDraft;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationFlow.Eligibility;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.DocumentPurpose;
import org.namad.issuance.DraftDesk;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Applying for a seal. The two questions of R11 come first and are open to everybody: whoever needs no seal learns it
 * before anything else is asked.
 */
@Controller
@RequestMapping("/apply")
class ApplyPages {

    private static final String HTMX = "HX-Request";

    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final DraftDesk drafts;
    private final FormDesk forms;
    private final FormChecks checks;
    private final WaitingForms waiting;
    private final MessageSource messages;

    ApplyPages(ApplicationDesk desk, ApplicationFlow flow, DraftDesk drafts, FormDesk forms, FormChecks checks,
            WaitingForms waiting, MessageSource messages) {
        this.desk = desk;
        this.flow = flow;
        this.drafts = drafts;
        this.forms = forms;
        this.checks = checks;
        this.waiting = waiting;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView questions(@RequestParam(required = false) Boolean sellsToVisitors,
            @RequestParam(required = false) Boolean paymentGateway, @RequestParam(required = false) String answered,
            @AuthenticationPrincipal SignedIn visitor) {
        ModelAndView page = new ModelAndView("issuance/eligibility");
        List<ApplicationDraft> waiting = visitor == null ? List.of() : drafts.ofOwner(visitor.personId());
        page.addObject("drafts", waiting).addObject("full", waiting.size() >= DraftDesk.MOST);
        page.addObject("sellsToVisitors", sellsToVisitors).addObject("paymentGateway", paymentGateway);
        // A site that sells nothing needs no seal, gateway or not.
        boolean complete = sellsToVisitors != null && (!sellsToVisitors || paymentGateway != null);
        if (!complete) {
            page.addObject("unanswered", answered != null);
            return page;
        }
        Eligibility eligibility = flow.eligibility(sellsToVisitors, Boolean.TRUE.equals(paymentGateway));
        if (eligibility == Eligibility.NEEDED) {
            return new ModelAndView("redirect:/apply/form?sellsToVisitors=true&paymentGateway=true");
        }
        return new ModelAndView("issuance/not-needed", "eligibility", eligibility);
    }

    @GetMapping("/form")
    ModelAndView form(@ModelAttribute("form") ApplicationForm form, @AuthenticationPrincipal SignedIn applicant,
            HttpServletRequest request) {
        if (waiting.fill(form, request, applicant)) {
            return forms.page(forms.typed(form, null, applicant), List.of());
        }
        if (drafts.ofOwner(applicant.personId()).size() >= DraftDesk.MOST) {
            return new ModelAndView("redirect:/apply");
        }
        return show(form, applicant);
    }

    @GetMapping("/form/{token:[0-9a-f-]{36}}")
    ModelAndView resume(@PathVariable String token, @AuthenticationPrincipal SignedIn applicant) {
        Optional<Application> submitted = desk.submittedBefore(token, applicant.personId());
        if (submitted.isPresent()) {
            return new ModelAndView(progress(submitted.get()));
        }
        ApplicationDraft draft = drafts.find(token, applicant.personId())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(ApplicationForm.of(draft), applicant);
    }

    private ModelAndView show(ApplicationForm form, SignedIn applicant) {
        if (flow.eligibility(form.isSellsToVisitors(), form.isPaymentGateway()) != Eligibility.NEEDED) {
            return new ModelAndView("redirect:/apply");
        }
        return forms.page(forms.open(form, null, applicant), List.of());
    }

    @PostMapping("/form/save")
    ModelAndView save(@ModelAttribute("form") ApplicationForm form, BindingResult unread,
            @AuthenticationPrincipal SignedIn applicant, @RequestHeader(name = HTMX, required = false) String htmx,
            @RequestParam(required = false) DocumentPurpose document, Locale locale, HttpServletResponse response,
            RedirectAttributes redirect) {
        Kept kept = forms.keep(form, null, applicant);
        if (htmx != null) {
            return forms.piece(kept, document, response);
        }
        if (form.getDrop() != null || !kept.wrong().isEmpty() || kept.refused()) {
            return forms.page(kept, List.of());
        }
        redirect.addFlashAttribute("message", messages.getMessage("issuance.draft.saved", null, locale));
        return new ModelAndView("redirect:/panel");
    }

    @PostMapping("/form/{token:[0-9a-f-]{36}}/discard")
    String discard(@PathVariable String token, @AuthenticationPrincipal SignedIn applicant, Locale locale,
            RedirectAttributes redirect) {
        drafts.discard(token, applicant.personId());
        redirect.addFlashAttribute("message", messages.getMessage("issuance.draft.discarded", null, locale));
        return "redirect:/apply";
    }

    /** The fee with the extra services that are ticked just now (R14). */
    @GetMapping("/fee")
    ModelAndView fee(@RequestParam(defaultValue = "false") boolean postalValidation,
            @RequestParam(defaultValue = "false") boolean placementHelp) {
        return new ModelAndView("issuance/pieces :: fee", "fee", forms.fee(postalValidation, placementHelp));
    }

    @PostMapping("/form")
    ModelAndView submit(@Valid @ModelAttribute("form") ApplicationForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn applicant, Locale locale, RedirectAttributes redirect) {
        Optional<Application> before = desk.submittedBefore(form.getSubmissionId(), applicant.personId());
        if (before.isPresent()) {
            return new ModelAndView(progress(before.get()));
        }
        Kept kept = forms.keep(form, null, applicant);
        List<DocumentPurpose> missing = checks.check(form, errors, null, kept.documents());
        if (!errors.hasErrors() && kept.wrong().isEmpty() && !kept.refused()) {
            try {
                Application application = desk.submit(form.toApplication(applicant.personId()), List.of());
                redirect.addFlashAttribute("message", messages.getMessage("issuance.form.submitted", null, locale));
                return new ModelAndView(progress(application));
            } catch (ApplicationRefused refused) {
                checks.explain(refused, errors);
            }
        }
        ModelAndView page = forms.page(kept, missing);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static String progress(Application application) {
        return "redirect:/panel/applications/" + application.id();
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notTheirs(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
