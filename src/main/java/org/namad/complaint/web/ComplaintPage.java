package org.namad.complaint.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NotAwaited;
import org.namad.language.PersianText;
import org.namad.party.PartySession;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The consumer's page of a complaint: how it stands, and the verdict on the answer. Opened by link or signed in. */
@Controller
@RequestMapping("/complaints/{tracking:[\\d\\u06f0-\\u06f9\\u0660-\\u0669]{10}}")
class ComplaintPage {

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final SignedLinks links;
    private final PartySession session;
    private final MessageSource messages;

    ComplaintPage(Complaints complaints, ComplaintDesk desk, SignedLinks links, PartySession session,
            MessageSource messages) {
        this.complaints = complaints;
        this.desk = desk;
        this.links = links;
        this.session = session;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            Locale locale, HttpServletRequest request, HttpServletResponse response) {
        if (reader == null && key.isAbsent()) {
            session.requests().saveRequest(request, response);
            return new ModelAndView("redirect:/sign-in");
        }
        return page(find(tracking, key, reader), key, Words.NONE, locale);
    }

    @PostMapping("/verdict")
    ModelAndView giveVerdict(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @RequestParam boolean accepted, @RequestParam(required = false) String objection, Locale locale,
            RedirectAttributes redirect) {
        Complaint complaint = find(tracking, key, reader);
        Words words = accepted ? Words.NONE : Words.of(objection, 2000, "complaint.error.objection");
        if (words.areWrong() && complaint.status() == ComplaintStatus.AWAITING_VERDICT) {
            ModelAndView page = page(complaint, key, words, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        String message = "complaint.verdict." + (accepted ? "accepted" : "disputed");
        try {
            if (accepted) {
                desk.accept(complaint.id());
            } else {
                desk.dispute(complaint.id(), words.text());
            }
        } catch (NotAwaited late) {
            message = "complaint.movedOn";
        }
        redirect.addFlashAttribute("message", messages.getMessage(message, null, locale));
        return new ModelAndView("redirect:" + path(complaint) + key.query());
    }

    /** Whoever has the link or filed the complaint may see it; for others it does not exist. */
    private Complaint find(String tracking, LinkKey key, SignedIn reader) {
        String path = "/complaints/" + PersianText.digits(tracking);
        if (!key.isAbsent()) {
            links.require(path, key.until(), key.signature());
        }
        return complaints.findByTracking(PersianText.digits(tracking))
            .filter(complaint -> !key.isAbsent()
                || reader != null && complaint.complainant().id() == reader.personId())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(Complaint complaint, LinkKey key, Words objection, Locale locale) {
        return new ModelAndView("complaint/show")
            .addObject("complaint", complaint)
            .addObject("otherLanguage", OtherLanguage.than(locale))
            .addObject("verdictAction", path(complaint) + "/verdict" + key.query())
            .addObject("objection", objection);
    }

    private static String path(Complaint complaint) {
        return "/complaints/" + complaint.tracking();
    }
}
