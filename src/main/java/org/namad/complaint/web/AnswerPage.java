package org.namad.complaint.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.Complaints;
import org.namad.complaint.Options;
import org.namad.complaint.Side;
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
 * asks for more time, appeals. Opening it proves that the business knows of the complaint (N7).
 */
@Controller
class AnswerPage {

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final ComplaintView view;
    private final FormFiles formFiles;
    private final SignedLinks links;
    private final Clock clock;

    AnswerPage(Complaints complaints, ComplaintDesk desk, ComplaintView view, FormFiles formFiles, SignedLinks links,
            Clock clock) {
        this.complaints = complaints;
        this.desk = desk;
        this.view = view;
        this.formFiles = formFiles;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/panel/complaints/{id:\\d{1,18}}")
    ModelAndView showInPanel(@PathVariable long id, @AuthenticationPrincipal SignedIn owner, Locale locale) {
        return open(ofOwner(id, owner), owner, null, locale);
    }

    @GetMapping("/answer/{tracking:\\d{10}}")
    ModelAndView showByLink(@PathVariable String tracking, LinkKey key, Locale locale) {
        return open(byLink(tracking, key), null, key, locale);
    }

    private ModelAndView open(Complaint complaint, SignedIn owner, LinkKey key, Locale locale) {
        desk.opened(complaint.id());
        Complaint opened = complaints.findById(complaint.id()).orElseThrow();
        return view.page(reading(opened, owner, key), Typed.NOTHING, locale);
    }

    @PostMapping("/answer/{tracking:\\d{10}}")
    ModelAndView answer(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @ModelAttribute StatementForm form, Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(tracking, key);
        Typed typed = formFiles.read("answer", form, 3000, id(reader));
        return view.take(reading(complaint, reader, key), typed, options(complaint).answer(), () ->
            desk.answer(complaint.id(), typed.text(), formFiles.uploads(form.getToken())).answeredLate()
                ? "complaint.respond.doneLate" : "complaint.respond.done", locale, redirect);
    }

    @PostMapping("/answer/{tracking:\\d{10}}/extension")
    ModelAndView requestExtension(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @ModelAttribute StatementForm form, Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(tracking, key);
        Typed typed = formFiles.read("extension", form, 2000, id(reader));
        return view.take(reading(complaint, reader, key), typed, options(complaint).requestExtension(), () -> {
            desk.requestExtension(complaint.id(), typed.text());
            return "complaint.extension.done";
        }, locale, redirect);
    }

    @PostMapping("/answer/{tracking:\\d{10}}/appeal")
    ModelAndView appeal(@PathVariable String tracking, LinkKey key, @AuthenticationPrincipal SignedIn reader,
            @ModelAttribute StatementForm form, Locale locale, RedirectAttributes redirect) {
        Complaint complaint = byLink(tracking, key);
        Typed typed = formFiles.read("appeal", form, 2000, id(reader));
        return view.take(reading(complaint, reader, key), typed, options(complaint).appeal(Side.BUSINESS), () -> {
            desk.appeal(complaint.id(), Side.BUSINESS, typed.text(), formFiles.uploads(form.getToken()));
            return "complaint.appeal.done";
        }, locale, redirect);
    }

    @GetMapping("/panel/complaints/{id:\\d{1,18}}/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> fileInPanel(@PathVariable long id, @PathVariable long file,
            @AuthenticationPrincipal SignedIn owner) {
        return view.file(ofOwner(id, owner), file);
    }

    @GetMapping("/answer/{tracking:\\d{10}}/files/{file:\\d{1,18}}")
    ResponseEntity<byte[]> fileByLink(@PathVariable String tracking, @PathVariable long file, LinkKey key) {
        return view.file(byLink(tracking, key), file);
    }

    /** @param reader who has signed in, or null; only the owner is led back to the panel */
    private Reading reading(Complaint complaint, SignedIn reader, LinkKey key) {
        String page = "/answer/" + complaint.tracking();
        return new Reading(complaint, Side.BUSINESS, reader != null && isOwner(complaint, reader)
            ? Way.signedIn("/panel/complaints/" + complaint.id(), page, links, clock.instant()) : Way.byLink(page, key));
    }

    private Options options(Complaint complaint) {
        return desk.options(complaint.id());
    }

    private Complaint ofOwner(long id, SignedIn owner) {
        return found(complaints.findById(id).filter(complaint -> isOwner(complaint, owner)));
    }

    private static boolean isOwner(Complaint complaint, SignedIn reader) {
        return complaint.seal().business().owner().id() == reader.personId();
    }

    private Complaint byLink(String tracking, LinkKey key) {
        links.require("/answer/" + tracking, key.until(), key.signature());
        return found(complaints.findByTracking(tracking));
    }

    private static Complaint found(Optional<Complaint> complaint) {
        return complaint.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Long id(SignedIn reader) {
        return reader == null ? null : reader.personId();
    }
}
