package org.namad.issuance.web;

import java.util.Locale;

import jakarta.validation.Valid;

import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationFlow.Eligibility;
import org.namad.issuance.ApplicationRefused;
import org.namad.party.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Applying for a seal. The two questions of R11 come first and are open to everybody: whoever needs no seal learns it
 * before anything else is asked.
 */
@Controller
@RequestMapping("/apply")
class ApplyPages {

    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final FormChecks checks;
    private final MessageSource messages;

    ApplyPages(ApplicationDesk desk, ApplicationFlow flow, FormChecks checks, MessageSource messages) {
        this.desk = desk;
        this.flow = flow;
        this.checks = checks;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView questions(@RequestParam(required = false) Boolean sellsToVisitors,
            @RequestParam(required = false) Boolean paymentGateway, @RequestParam(required = false) String answered) {
        ModelAndView page = new ModelAndView("issuance/eligibility");
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
    String form(@ModelAttribute("form") ApplicationForm form, @AuthenticationPrincipal SignedIn applicant,
            Model model) {
        if (flow.eligibility(form.isSellsToVisitors(), form.isPaymentGateway()) != Eligibility.NEEDED) {
            return "redirect:/apply";
        }
        checks.prepare(model, applicant, null);
        return "issuance/form";
    }

    @PostMapping("/form")
    ModelAndView submit(@Valid @ModelAttribute("form") ApplicationForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn applicant, Model model, Locale locale, RedirectAttributes redirect) {
        checks.check(form, errors, null);
        if (!errors.hasErrors()) {
            try {
                Application application = desk.submit(form.toApplication(applicant.personId()), checks.uploads(form));
                redirect.addFlashAttribute("message", messages.getMessage("issuance.form.submitted", null, locale));
                return new ModelAndView("redirect:/panel/applications/" + application.id());
            } catch (ApplicationRefused refused) {
                checks.explain(refused, errors);
            }
        }
        checks.prepare(model, applicant, null);
        return new ModelAndView("issuance/form", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
