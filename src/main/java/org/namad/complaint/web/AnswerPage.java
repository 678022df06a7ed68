package org.namad.complaint.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.Complaints;
import org.namad.complaint.Options;
import org.namad.complaint.Side;
import org.namad.party.Businesses;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The business's page of a complaint, in its panel or by the link of a mail: it reads and answers the complaint there,
 * asks for more time, appeals. Opening it proves that the business knows of the complaint (N7). A link that names a
 * person is the one that a page in the panel leads on by: it opens only as long as that person may act for the business.
 */
@Controller
class AnswerPage {

    private static final String PANEL = "/panel/complaints/{id:\\d{1,18}}";
    private static final String LINK = "/answer/{tracking:\\d{10}}";
    private static final String OF_PERSON = "/answer/of/{person:\\d{1,18}}/{tracking:\\d{10}}";

    private final Complaints complaints;
    private final Businesses businesses;
    private final ComplaintDesk desk;
    private final ComplaintView view;
    private final StatementReader statements;
    private final SignedLinks links;
    private final Clock clock;

    AnswerPage(Complaints complaints, Businesses businesses, ComplaintDesk desk, ComplaintView view,
            StatementReader statements, SignedLinks links, Clock clock) {
        this.complaints = complaints;
        this.businesses = businesses;
        this.desk = desk;
        this.view = view;
        this.statements = statements;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(PANEL)
    ModelAndView showInPanel(@PathVariable long id, @AuthenticationPrincipal SignedIn reader, Locale locale,
            HttpServletRequest request) {
        return open(inPanel(id, reader), reader, null, statements.waiting(request, reader), locale);
    }

    @GetMapping({LINK, OF_PERSON})
    ModelAndView showByLink(Link link, @AuthenticationPrincipal SignedIn reader, Locale locale,
            HttpServletRequest request) {
        return open(byLink(link), null, link, statements.waiting(request, reader), locale);
    }

    private ModelAndView open(Complaint complaint, SignedIn reader, Link link, Typed typed, Locale locale) {
        desk.opened(complaint.id());
        Complaint opened = complaints.findById(complaint.id()).orElseThrow();
        return view.page(reading(opened, reader, link), typed, locale);
    }

    @PostMapping({LINK, OF_PERSON})
    ModelAndView answer(Link link, @AuthenticationPrincipal SignedIn reader, @ModelAttribute StatementForm form,
            Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(link);
        Typed typed = statements.read("answer", form, 3000, id(reader));
        return view.take(reading(complaint, reader, link), typed, options(complaint).answer(), () ->
            desk.answer(complaint.id(), writer(link, reader, complaint), typed.text(), statements.uploads(form.getToken())).answeredLate()
                ? "complaint.respond.doneLate" : "complaint.respond.done", locale, redirect);
    }

    @PostMapping({LINK + "/extension", OF_PERSON + "/extension"})
    ModelAndView requestExtension(Link link, @AuthenticationPrincipal SignedIn reader, @ModelAttribute StatementForm form,
            Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(link);
        Typed typed = statements.read("extension", form, 2000, id(reader));
        return view.take(reading(complaint, reader, link), typed, options(complaint).requestExtension(), () -> {
            desk.requestExtension(complaint.id(), writer(link, reader, complaint), typed.text());
            return "complaint.extension.done";
        }, locale, redirect);
    }

    @PostMapping({LINK + "/appeal", OF_PERSON + "/appeal"})
    ModelAndView appeal(Link link, @AuthenticationPrincipal SignedIn reader, @ModelAttribute StatementForm form,
            Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(link);
        Typed typed = statements.read("appeal", form, 2000, id(reader));
        return view.take(reading(complaint, reader, link), typed, options(complaint).appeal(Side.BUSINESS), () -> {
            desk.appeal(complaint.id(), Side.BUSINESS, writer(link, reader, complaint), typed.text(),
                statements.uploads(form.getToken()));
            return "complaint.appeal.done";
        }, locale, redirect);
    }

    @GetMapping(PANEL + "/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> fileInPanel(@PathVariable long id, @PathVariable long file,
            @AuthenticationPrincipal SignedIn reader) {
        return view.file(inPanel(id, reader), file);
    }

    @GetMapping({LINK + "/files/{file:\\d{1,18}}", OF_PERSON + "/files/{file:\\d{1,18}}"})
    ResponseEntity<byte[]> fileByLink(Link link, @PathVariable long file) {
        return view.file(byLink(link), file);
    }

    /** @param reader who has signed in, or null; only who may act for the business is led back to the panel */
    private Reading reading(Complaint complaint, SignedIn reader, Link link) {
        return new Reading(complaint, Side.BUSINESS, reader != null && mayAct(reader.personId(), complaint)
            ? Way.signedIn("/panel/complaints/" + complaint.id(),
                new Link(complaint.tracking(), reader.personId(), null, null).path(), links, clock.instant())
            : Way.byLink(link.path(), link.key()));
    }

    private Options options(Complaint complaint) {
        return desk.options(complaint.id());
    }

    private Complaint inPanel(long id, SignedIn reader) {
        return found(complaints.findById(id).filter(complaint -> mayAct(reader.personId(), complaint)));
    }

    private boolean mayAct(long personId, Complaint complaint) {
        return businesses.mayAct(personId, complaint.seal().business().id());
    }

    private Complaint byLink(Link link) {
        links.require(link.path(), link.until(), link.signature());
        return found(complaints.findByTracking(link.tracking())
            .filter(complaint -> link.person() == null || mayAct(link.person(), complaint)));
    }

    private static Complaint found(Optional<Complaint> complaint) {
        return complaint.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Who writes for the business; null if all that is known is that somebody has its mail. */
    private Long writer(Link link, SignedIn reader, Complaint complaint) {
        return reader != null && mayAct(reader.personId(), complaint) ? Long.valueOf(reader.personId()) : link.person();
    }

    private static Long id(SignedIn reader) {
        return reader == null ? null : reader.personId();
    }

    /**
     * A signed link to the page.
     *
     * @param person whose link it is alone; null for the link of a mail, which is the business's
     */
    record Link(String tracking, Long person, String until, String signature) {

        String path() {
            return "/answer/" + (person == null ? "" : "of/" + person + "/") + tracking;
        }

        LinkKey key() {
            return new LinkKey(until, signature);
        }
    }
}
