package org.namad.party.web;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletResponse;

import org.namad.calendar.NamadClock;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Namad knows about the person who has signed in, to look at and to take away. */
@Controller
class MePage {

    private final People people;
    private final OwnArchive archive;
    private final ExportLimit limit;

    MePage(People people, OwnArchive archive, ExportLimit limit) {
        this.people = people;
        this.archive = archive;
        this.limit = limit;
    }

    @GetMapping("/panel/me")
    String me(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("person", people.findById(person.personId()).orElseThrow());
        return "party/me";
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
