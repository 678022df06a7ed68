package org.namad.complaint.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintRefused;
import org.namad.party.PartySession;
import org.namad.party.SignedIn;
import org.namad.seal.Domains;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a signed-in consumer files a complaint (R4, R5). */
@Controller
@RequestMapping("/complaints/new")
class FileComplaintPage {

    private final ComplaintDesk desk;
    private final PartySession session;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Clock clock;

    FileComplaintPage(ComplaintDesk desk, PartySession session, JalaliDates dates, MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.session = session;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("reasons")
    ComplaintReason[] reasons() {
        return ComplaintReason.values();
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn consumer, @ModelAttribute("form") ComplaintForm form,
            @RequestParam(required = false) String domain, HttpServletRequest request, HttpServletResponse response) {
        if (consumer == null) {
            session.requests().saveRequest(request, response);
            return "redirect:/sign-in";
        }
        if (domain != null) {
            form.setSite(domain);
        }
        return "complaint/new";
    }

    @PostMapping
    ModelAndView file(@AuthenticationPrincipal SignedIn consumer, @ModelAttribute("form") @Valid ComplaintForm form,
            BindingResult errors, Locale locale, RedirectAttributes redirect) {
        if (consumer == null) {
            return new ModelAndView("redirect:/sign-in");
        }
        Optional<LocalDate> paidOn = dates.parse(form.getPaymentDate());
        if (isTyped(form.getPaymentDate()) && paidOn.filter(day -> !day.isAfter(today())).isEmpty()) {
            errors.rejectValue("paymentDate", "complaint.error.date");
        }
        if (isTyped(form.getSite()) && Domains.of(form.getSite()).isEmpty() && !errors.hasFieldErrors("site")) {
            errors.rejectValue("site", "complaint.error.notASite");
        }
        if (!errors.hasErrors()) {
            try {
                Complaint complaint = desk.register(form.toComplaint(consumer.personId(), paidOn));
                redirect.addFlashAttribute("message",
                    messages.getMessage("complaint.new.done", new Object[] {complaint.tracking()}, locale));
                return new ModelAndView("redirect:/complaints/" + complaint.tracking());
            } catch (ComplaintRefused refused) {
                errors.rejectValue("site", "complaint.error." + refused.reason());
            }
        }
        return new ModelAndView("complaint/new", HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NamadClock.TEHRAN);
    }

    private static boolean isTyped(String text) {
        return text != null && !text.isBlank();
    }
}
