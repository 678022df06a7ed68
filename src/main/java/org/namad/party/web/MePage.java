package org.namad.party.web;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.calendar.NamadClock;
import org.namad.party.ContactDesk;
import org.namad.party.PartySession;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What Namad knows about the person who has signed in, to look at and to take away. */
@Controller
class MePage {

    private final People people;
    private final ContactDesk desk;
    private final PartySession sessions;
    private final OwnArchive archive;
    private final ExportLimit limit;
    private final MessageSource messages;

    MePage(People people, ContactDesk desk, PartySession sessions, OwnArchive archive, ExportLimit limit,
            MessageSource messages) {
        this.people = people;
        this.desk = desk;
        this.sessions = sessions;
        this.messages = messages;
        this.archive = archive;
        this.limit = limit;
    }

    @GetMapping("/panel/me")
    String me(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("person", people.findById(person.personId()).orElseThrow());
        return "party/me";
    }

    /** Signs the person out everywhere but here. */
    @PostMapping("/panel/me/sessions/end")
    String endOtherSessions(@AuthenticationPrincipal SignedIn person, HttpServletRequest request,
            HttpServletResponse response, Locale locale, RedirectAttributes next) {
        sessions.signIn(desk.endSessions(person.personId()), request, response);
        next.addFlashAttribute("message", messages.getMessage("party.sessions.ended", null, locale));
        return "redirect:/panel/me";
    }

    /** Sends everything as one archive while it is being packed; who asks too often is shown the page instead. */
    @GetMapping("/panel/me/export")
    String export(@AuthenticationPrincipal SignedIn signedIn, Model model, HttpServletResponse response)
            throws IOException {
        Duration wait = limit.take(signedIn.personId());
        if (!wait.isZero()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
            model.addAttribute("waitMinutes", wait.toMinutes() + 1);
            return me(signedIn, model);
        }
        Person person = people.findById(signedIn.personId()).orElseThrow();
        OwnArchive.Content content = archive.read(person);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("namad-" + LocalDate.ofInstant(content.madeAt(), NamadClock.TEHRAN) + ".zip").build().toString());
        archive.write(content, response.getOutputStream());
        return null;
    }
}
