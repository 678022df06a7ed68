package org.namad.issuance.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.namad.casefile.CaseFiles;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationFlow.Deadline;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.Stage;
import org.namad.issuance.StageEntry;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.payment.InvoiceItem;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application as its applicant, or a delegate of the company, follows it: progress, fee, snippet, correction, half-hour meter (N13). */
@Controller
@RequestMapping("/panel/applications/{id}")
class ApplicationPages {

    private static final List<Stage> COURSE = List.of(Stage.CHECKS, Stage.PAYMENT, Stage.PLACEMENT, Stage.ISSUED);

    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final SealRegister seals;
    private final CaseFiles caseFiles;
    private final FormChecks checks;
    private final MessageSource messages;
    private final Clock clock;
    private final String baseUrl;

    ApplicationPages(ApplicationDesk desk, ApplicationFlow flow, SealRegister seals, CaseFiles caseFiles,
            FormChecks checks, MessageSource messages, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.desk = desk;
        this.flow = flow;
        this.seals = seals;
        this.caseFiles = caseFiles;
        this.checks = checks;
        this.messages = messages;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn reader,
            @RequestParam(required = false) String checking, Locale locale, Model model,
            HttpServletResponse response) {
        Application application = desk.followed(id, reader.personId());
        Stage stage = application.stage();
        boolean looking = stage == Stage.PLACEMENT && checking != null && !checking.equals(lastCheck(application));
        if (stage == Stage.CHECKS || looking) {
            // Works without scripts: the page asks again until there is news.
            response.setHeader("Refresh", "3");
        }
        model.addAttribute("submission", application);
        model.addAttribute("course", COURSE);
        model.addAttribute("reached", reached(application));
        model.addAttribute("looking", looking);
        model.addAttribute("meter", application.meter(clock.instant()));
        model.addAttribute("total", application.fee().stream().mapToLong(InvoiceItem::amountToman).sum());
        if (stage == Stage.CORRECTION || stage == Stage.REJECTED) {
            model.addAttribute("reason", caseFiles.facts(application.key(), locale).get("reason"));
        }
        if (stage.isOpen() && stage.waitsForApplicant()) {
            model.addAttribute("deadline", flow.deadline(id, Deadline.valueOf(stage.name())).orElse(null));
        }
        if (application.sealId() != null) {
            Seal seal = seals.get(application.sealId());
            model.addAttribute("snippet", Snippet.of(seal, baseUrl));
            model.addAttribute("profile", "/profile?id=" + seal.id() + "&Code=" + seal.code());
        }
        return "issuance/application";
    }

    /** The last step of the course that the application has reached, also when it took a detour or has ended. */
    private static Stage reached(Application application) {
        return application.stages().stream().map(StageEntry::stage).filter(COURSE::contains)
            .reduce((earlier, later) -> later).orElse(Stage.CHECKS);
    }

    @PostMapping("/check")
    String checkPlacement(@PathVariable long id, @AuthenticationPrincipal SignedIn reader) {
        String before = lastCheck(desk.followed(id, reader.personId()));
        flow.reportPlacement(id);
        return "redirect:/panel/applications/" + id + "?checking=" + before;
    }

    private static String lastCheck(Application application) {
        return application.placementCheckedAt() == null ? "0"
            : String.valueOf(application.placementCheckedAt().toEpochMilli());
    }

    @GetMapping("/correction")
    String correction(@PathVariable long id, @AuthenticationPrincipal SignedIn reader, Model model) {
        Application application = desk.followed(id, reader.personId());
        if (application.stage() != Stage.CORRECTION) {
            return "redirect:/panel/applications/" + id;
        }
        model.addAttribute("form", ApplicationForm.of(application));
        checks.prepare(model, applicant(application), application);
        return "issuance/form";
    }

    @PostMapping("/correction")
    ModelAndView correct(@PathVariable long id, @Valid @ModelAttribute("form") ApplicationForm form,
            BindingResult errors, @AuthenticationPrincipal SignedIn reader, Model model, Locale locale,
            RedirectAttributes redirect) {
        Application application = desk.followed(id, reader.personId());
        checks.check(form, errors, application);
        if (!errors.hasErrors()) {
            try {
                desk.correct(id, reader.personId(), form.toParticulars(), checks.uploads(form));
                redirect.addFlashAttribute("message", messages.getMessage("issuance.form.corrected", null, locale));
                return new ModelAndView("redirect:/panel/applications/" + id);
            } catch (ApplicationRefused refused) {
                checks.explain(refused, errors);
            }
        }
        checks.prepare(model, applicant(application), application);
        return new ModelAndView("issuance/form", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Whoever corrects the application: it stays its applicant's. */
    private static SignedIn applicant(Application application) {
        Person applicant = application.applicant();
        return new SignedIn(applicant.id(), applicant.nationalId().value(), applicant.fullName());
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notTheirs(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
