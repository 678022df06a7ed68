package org.namad.complaint.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.Complaints;
import org.namad.complaint.Side;
import org.namad.language.PersianText;
import org.namad.party.PartySession;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The consumer's page of a complaint, opened by link or signed in: how it stands, and what the consumer can do about it:
 * accept or dispute the answer, reopen the complaint, appeal against the ruling.
 */
@Controller
@RequestMapping("/complaints/{tracking:[\\d\\u06f0-\\u06f9\\u0660-\\u0669]{10}}")
class ComplaintPage {

    /** As long as the links in mails. */
    private static final Duration LINK_LASTS = Duration.ofDays(180);

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final ComplaintView view;
    private final StatementReader statements;
    private final SignedLinks links;
    private final PartySession session;
    private final Clock clock;

    ComplaintPage(Complaints complaints, ComplaintDesk desk, ComplaintView view, StatementReader statements,
            SignedLinks links, PartySession session, Clock clock) {
        this.complaints = complaints;
        this.desk = desk;
        this.view = view;
        this.statements = statements;
        this.links = links;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            Locale locale, HttpServletRequest request, HttpServletResponse response) {
        if (reader == null && key.isAbsent()) {
            session.requests().saveRequest(request, response);
            return new ModelAndView("redirect:/sign-in");
        }
        Complaint complaint = find(tracking, key, reader);
        return view.page(reading(complaint, reader, key), statements.waiting(request, reader), locale)
            .addObject("link", links.sign(path(complaint), complaint.registeredAt().plus(LINK_LASTS)));
    }

    @PostMapping("/verdict")
    ModelAndView giveVerdict(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @RequestParam(required = false) boolean accepted, @ModelAttribute StatementForm form, Locale locale,
            RedirectAttributes redirect) {
        Complaint complaint = find(tracking, key, reader);
        Typed typed = accepted ? statements.nothingToSay(form) : statements.read("objection", form, 2000, id(reader));
        return view.take(reading(complaint, reader, key), typed, desk.options(complaint.id()).verdict(), () -> {
            if (accepted) {
                desk.accept(complaint.id());
                return "complaint.verdict.accepted";
            }
            desk.dispute(complaint.id(), typed.text(), statements.uploads(form.getToken()));
            return "complaint.verdict.disputed";
        }, locale, redirect);
    }

    @PostMapping("/reopening")
    ModelAndView reopen(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @ModelAttribute StatementForm form, Locale locale, RedirectAttributes redirect) {
        Complaint complaint = find(tracking, key, reader);
        Typed typed = statements.read("reopening", form, 2000, id(reader));
        return view.take(reading(complaint, reader, key), typed, desk.options(complaint.id()).reopen(), () -> {
            desk.reopen(complaint.id(), typed.text(), statements.uploads(form.getToken()));
            return "complaint.reopening.done";
        }, locale, redirect);
    }

    @PostMapping("/appeal")
    ModelAndView appeal(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @ModelAttribute StatementForm form, Locale locale, RedirectAttributes redirect) {
        Complaint complaint = find(tracking, key, reader);
        Typed typed = statements.read("appeal", form, 2000, id(reader));
        return view.take(reading(complaint, reader, key), typed, desk.options(complaint.id()).appeal(Side.CONSUMER),
            () -> {
                desk.appeal(complaint.id(), Side.CONSUMER, typed.text(), statements.uploads(form.getToken()));
                return "complaint.appeal.done";
            }, locale, redirect);
    }

    @GetMapping("/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable String tracking, @PathVariable long file, LinkKey key,
            @AuthenticationPrincipal SignedIn reader) {
        return view.file(find(tracking, key, reader), file);
    }

    /** Whoever has the link or filed the complaint may see it; for others it does not exist. */
    private Complaint find(String tracking, LinkKey key, SignedIn reader) {
        String digits = PersianText.digits(tracking);
        if (!key.isAbsent()) {
            links.require("/complaints/" + digits, key.until(), key.signature());
        }
        return complaints.findByTracking(digits).filter(complaint -> !key.isAbsent() || isComplainant(complaint, reader))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Reading reading(Complaint complaint, SignedIn reader, LinkKey key) {
        String page = path(complaint);
        return new Reading(complaint, Side.CONSUMER, isComplainant(complaint, reader)
            ? Way.signedIn(page, page, links, clock.instant()) : Way.byLink(page, key));
    }

    private static boolean isComplainant(Complaint complaint, SignedIn reader) {
        return reader != null && complaint.complainant().id() == reader.personId();
    }

    private static String path(Complaint complaint) {
        return "/complaints/" + complaint.tracking();
    }

    private static Long id(SignedIn reader) {
        return reader == null ? null : reader.personId();
    }
}
