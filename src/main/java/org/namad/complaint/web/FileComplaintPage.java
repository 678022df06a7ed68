package org.namad.complaint.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintRefused;
import org.namad.complaint.Complaints;
import org.namad.complaint.Redaction;
import org.namad.document.Downloads;
import org.namad.document.FormFiles;
import org.namad.document.FormFiles.Files;
import org.namad.party.PartySession;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a signed-in consumer files a complaint (R4, R5): first the form, then what it says and what of it
 * becomes public. What was typed when the session was over waits for its writer to sign in again.
 */
@Controller
@RequestMapping("/complaints/new")
class FileComplaintPage {

    /** What the writer of the form wants next. */
    enum Step {
        /** To see what they wrote, and what of it becomes public. */
        CHECK,
        /** To change it. */
        EDIT,
        /** To file it. */
        FILE
    }

    private final ComplaintDesk desk;
    private final Complaints complaints;
    private final Seals seals;
    private final FormFiles formFiles;
    private final PartySession session;
    private final WaitingForms waiting;
    private final SmartValidator validator;
    private final JalaliDates dates;
    private final MessageSource messages;
    private final Clock clock;

    FileComplaintPage(ComplaintDesk desk, Complaints complaints, Seals seals, FormFiles formFiles,
            PartySession session, WaitingForms waiting, SmartValidator validator, JalaliDates dates,
            MessageSource messages, Clock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.seals = seals;
        this.formFiles = formFiles;
        this.session = session;
        this.waiting = waiting;
        this.validator = validator;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("reasons")
    ComplaintReason[] reasons() {
        return ComplaintReason.values();
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn consumer, @RequestParam(required = false) String domain,
            HttpServletRequest request, HttpServletResponse response) {
        if (consumer == null) {
            session.requests().saveRequest(request, response);
            return new ModelAndView("redirect:/sign-in");
        }
        ComplaintForm form = new ComplaintForm();
        if (!waiting.fill(form, request, consumer) && domain != null) {
            form.setSite(domain);
        }
        return form(form, formFiles.of(form.getToken()));
    }

    @PostMapping
    ModelAndView file(@AuthenticationPrincipal SignedIn consumer, @ModelAttribute("form") ComplaintForm form,
            BindingResult errors, @RequestParam(defaultValue = "CHECK") Step step,
            Locale locale, HttpServletRequest request, RedirectAttributes redirect) {
        if (consumer == null) {
            waiting.keep(request, true);
            return new ModelAndView("redirect:/sign-in?next=/complaints/new?typed&over");
        }
        Files files = formFiles.take(form, consumer.personId());
        if (form.getDrop() != null || step == Step.EDIT) {
            return form(form, files);
        }
        Optional<LocalDate> paidOn = dates.parse(form.getPaymentDate());
        check(form, errors, paidOn, consumer);
        if (errors.hasErrors() || files.areWrong()) {
            return refused(form, files);
        }
        if (step == Step.CHECK) {
            return new ModelAndView("complaint/preview").addObject("form", form).addObject("attached",
                    files.kept().stream().map(kept -> new Downloads.Link(kept, "/documents/" + kept.id())).toList())
                .addObject("seal", seal(form).orElseThrow())
                .addObject("story", Redaction.of(form.getDescription(), consumer.fullName(), form.references()));
        }
        try {
            Complaint complaint = desk.register(
                form.toComplaint(consumer.personId(), paidOn, formFiles.uploads(form.getToken())));
            formFiles.done(form.getToken());
            redirect.addFlashAttribute("message", messages.getMessage("complaint.new.done", null, locale));
            redirect.addFlashAttribute("receipt", true);
            return new ModelAndView("redirect:/complaints/" + complaint.tracking());
        } catch (ComplaintRefused refused) {
            errors.rejectValue("site", "complaint.error." + refused.reason());
            return refused(form, files);
        }
    }

    /** Finds all that is wrong, also what registration would refuse: nobody should look through a lost form. */
    private void check(ComplaintForm form, BindingResult errors, Optional<LocalDate> paidOn, SignedIn consumer) {
        validator.validate(form, errors);
        if (isTyped(form.getPaymentDate()) && paidOn.filter(day -> !day.isAfter(today())).isEmpty()) {
            errors.rejectValue("paymentDate", "complaint.error.date");
        }
        if (errors.hasFieldErrors("site")) {
            return;
        }
        if (Domains.of(form.getSite()).isEmpty()) {
            errors.rejectValue("site", "complaint.error.notASite");
            return;
        }
        seal(form).ifPresentOrElse(seal -> {
            if (complaints.existsByComplainantIdAndSealIdAndFiledOn(consumer.personId(), seal.id(), today())) {
                errors.rejectValue("site", "complaint.error." + ComplaintRefused.Cause.SECOND_OF_THE_DAY);
            }
        }, () -> errors.rejectValue("site", "complaint.error." + ComplaintRefused.Cause.UNKNOWN_SITE));
    }

    private Optional<Seal> seal(ComplaintForm form) {
        return Domains.of(form.getSite()).flatMap(seals::findByHost);
    }

    private static ModelAndView form(ComplaintForm form, Files files) {
        return new ModelAndView("complaint/new").addObject("form", form).addObject("files", files);
    }

    private static ModelAndView refused(ComplaintForm form, Files files) {
        ModelAndView page = form(form, files);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NamadClock.TEHRAN);
    }

    private static boolean isTyped(String text) {
        return text != null && !text.isBlank();
    }
}
