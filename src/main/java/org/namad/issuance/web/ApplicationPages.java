package org.namad.issuance.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.casefile.CaseFiles;
import org.namad.document.Downloads;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationFlow.Deadline;
import org.namad.issuance.Stage;
import org.namad.issuance.StageEntry;
import org.namad.party.SignedIn;
import org.namad.payment.Invoice;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An application as its applicant, or a delegate of the company, follows it: progress, fee, snippet, half-hour meter (N13). */
@Controller
@RequestMapping("/panel/applications/{id}")
class ApplicationPages {

    private static final List<Stage> COURSE = List.of(Stage.CHECKS, Stage.PAYMENT, Stage.PLACEMENT, Stage.ISSUED);

    private final ApplicationDesk desk;
    private final ApplicationFlow flow;
    private final SealRegister seals;
    private final Payments payments;
    private final CaseFiles caseFiles;
    private final Downloads downloads;
    private final Clock clock;
    private final String baseUrl;

    ApplicationPages(ApplicationDesk desk, ApplicationFlow flow, SealRegister seals, Payments payments,
            CaseFiles caseFiles, Downloads downloads, Clock clock, @Value("${namad.base-url}") String baseUrl) {
        this.desk = desk;
        this.flow = flow;
        this.seals = seals;
        this.payments = payments;
        this.caseFiles = caseFiles;
        this.downloads = downloads;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn reader,
            @RequestParam(required = false) String checking, Locale locale, Model model) {
        Application application = desk.followed(id, reader.personId());
        describe(application, checking, locale, model);
        return "issuance/application";
    }

    /** Asked again and again while a machine is at work: the progress as soon as it is other than was {@code seen}. */
    @GetMapping("/progress")
    ModelAndView news(@PathVariable long id, @AuthenticationPrincipal SignedIn reader, @RequestParam String seen,
            @RequestParam(required = false) String checking, Locale locale, Model model, HttpServletResponse response) {
        Application application = desk.followed(id, reader.personId());
        if (state(application).equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        describe(application, checking, locale, model);
        return new ModelAndView("issuance/application :: progress", model.asMap()).addObject("news", true);
    }

    /** What was handed in with the application. */
    @GetMapping("/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, @AuthenticationPrincipal SignedIn reader) {
        return downloads.of(file, desk.followed(id, reader.personId()).key().toString());
    }

    private void describe(Application application, String checking, Locale locale, Model model) {
        Stage stage = application.stage();
        boolean looking = stage == Stage.PLACEMENT && checking != null && !checking.equals(lastCheck(application));
        boolean paid = isPaid(application);
        model.addAttribute("submission", application);
        model.addAttribute("course", COURSE);
        model.addAttribute("reached", reached(application));
        model.addAttribute("looking", looking);
        model.addAttribute("checking", checking);
        model.addAttribute("paid", paid);
        model.addAttribute("working", stage == Stage.CHECKS || looking || paid);
        model.addAttribute("seen", state(application));
        model.addAttribute("meter", application.meter(clock.instant()));
        model.addAttribute("documents", desk.documents(application).stream().map(document -> new Downloads.Link(document,
            "/panel/applications/" + application.id() + "/files/" + document.id())).toList());
        model.addAttribute("total", application.fee().stream().mapToLong(InvoiceItem::amountToman).sum());
        if (stage == Stage.CORRECTION || stage == Stage.REJECTED) {
            model.addAttribute("reason", caseFiles.facts(application.key(), locale).get("reason"));
        }
        if (stage.isOpen() && stage.waitsForApplicant() && !paid) {
            model.addAttribute("deadline", flow.deadline(application.id(), Deadline.valueOf(stage.name())).orElse(null));
        }
        if (application.sealId() != null) {
            Seal seal = seals.get(application.sealId());
            model.addAttribute("snippet", Snippet.of(seal, baseUrl));
            model.addAttribute("profile", "/profile?id=" + seal.id() + "&Code=" + seal.code());
        }
    }

    /** Whether the fee has just been paid, and the seal is being prepared. */
    private boolean isPaid(Application application) {
        return application.stage() == Stage.PAYMENT && payments.of(application.key())
            .filter(invoice -> invoice.status() == Invoice.Status.PAID).isPresent();
    }

    /** What the applicant's page shows of the course, in short. */
    private String state(Application application) {
        return application.stage() + "-" + lastCheck(application) + "-" + isPaid(application);
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

    @ExceptionHandler(NoSuchElementException.class)
    void notTheirs(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
