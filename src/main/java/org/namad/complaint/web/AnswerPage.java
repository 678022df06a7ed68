package org.namad.complaint.web;

import java.util.Locale;
import java.util.Optional;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NotAwaited;
import org.namad.party.SignedIn;
import org.namad.party.SignedLinks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a business reads and answers a complaint: in its panel, or by the link of a mail. */
@Controller
class AnswerPage {

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final SignedLinks links;
    private final MessageSource messages;

    AnswerPage(Complaints complaints, ComplaintDesk desk, SignedLinks links, MessageSource messages) {
        this.complaints = complaints;
        this.desk = desk;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping("/panel/complaints/{id:\\d{1,18}}")
    ModelAndView showInPanel(@PathVariable long id, @AuthenticationPrincipal SignedIn owner, Locale locale) {
        return page(ofOwner(id, owner), "/panel/complaints/" + id, Words.NONE, locale);
    }

    @PostMapping("/panel/complaints/{id:\\d{1,18}}")
    ModelAndView answerInPanel(@PathVariable long id, @AuthenticationPrincipal SignedIn owner,
            @RequestParam(required = false) String answer, Locale locale, RedirectAttributes redirect) {
        return answer(ofOwner(id, owner), "/panel/complaints/" + id, answer, locale, redirect);
    }

    @GetMapping("/answer/{tracking:\\d{10}}")
    ModelAndView showByLink(@PathVariable String tracking, LinkKey key, Locale locale) {
        return page(byLink(tracking, key), "/answer/" + tracking + key.query(), Words.NONE, locale);
    }

    @PostMapping("/answer/{tracking:\\d{10}}")
    ModelAndView answerByLink(@PathVariable String tracking, LinkKey key,
            @RequestParam(required = false) String answer, Locale locale, RedirectAttributes redirect) {
        return answer(byLink(tracking, key), "/answer/" + tracking + key.query(), answer, locale, redirect);
    }

    private ModelAndView answer(Complaint complaint, String self, String typed, Locale locale,
            RedirectAttributes redirect) {
        Words words = Words.of(typed, 3000, "complaint.error.answer");
        if (words.areWrong() && isAnswerAwaited(complaint)) {
            ModelAndView page = page(complaint, self, words, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        String message;
        try {
            boolean late = desk.answer(complaint.id(), words.text()).answeredLate();
            message = late ? "complaint.respond.doneLate" : "complaint.respond.done";
        } catch (NotAwaited answered) {
            message = "complaint.movedOn";
        }
        redirect.addFlashAttribute("message", messages.getMessage(message, null, locale));
        return new ModelAndView("redirect:" + self);
    }

    private Complaint ofOwner(long id, SignedIn owner) {
        return found(complaints.findById(id)
            .filter(complaint -> complaint.seal().business().owner().id() == owner.personId()));
    }

    private Complaint byLink(String tracking, LinkKey key) {
        links.require("/answer/" + tracking, key.until(), key.signature());
        return found(complaints.findByTracking(tracking));
    }

    private static Complaint found(Optional<Complaint> complaint) {
        return complaint.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isAnswerAwaited(Complaint complaint) {
        return complaint.status() == ComplaintStatus.AWAITING_ANSWER || complaint.status() == ComplaintStatus.OVERDUE;
    }

    private static ModelAndView page(Complaint complaint, String self, Words answer, Locale locale) {
        boolean awaited = isAnswerAwaited(complaint);
        return new ModelAndView("complaint/answer")
            .addObject("complaint", complaint)
            .addObject("awaited", awaited)
            .addObject("heading", awaited ? "complaint.respond.title" : "complaint.show.title")
            .addObject("otherLanguage", OtherLanguage.than(locale))
            .addObject("self", self)
            .addObject("answer", answer);
    }
}
