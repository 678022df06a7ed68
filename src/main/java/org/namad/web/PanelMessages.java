package org.namad.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.Notice;
import org.namad.language.PersianText;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.party.People;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Every mail that was sent to a person, with its delivery log (N7).
 *
 * <p>Reading a notice here proves nothing and moves no clock: what proves that a business knows of a complaint is that
 * its mail was accepted, that the complaint itself was opened, or that staff reached the business (ADR 7). A point costs
 * the business, so no further proof is made of a list that it may only have browsed. The notice's button leads to the
 * complaint, and opening that counts, as it does from the mail.
 */
@Controller
class PanelMessages {

    private static final int PAGE = 20;
    private static final String NOTICE = "complaint-notice";
    /** Nothing but the mail's own style and images; links open outside the frame. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /**
     * The case of a mail.
     *
     * @param name    what it is called
     * @param address the path of its page for the reader; null if they have none
     */
    record About(String name, String address) {
    }

    /** A mail in the list. */
    record Message(Mails.Line mail, About about) {
    }

    private final Mails mails;
    private final People people;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final MessageSource messages;

    PanelMessages(Mails mails, People people, Complaints complaints, CaseFiles cases, MessageSource messages) {
        this.mails = mails;
        this.people = people;
        this.complaints = complaints;
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping("/panel/messages")
    String list(@RequestParam(defaultValue = "") String page, @AuthenticationPrincipal SignedIn reader, Locale locale,
            Model model) {
        String digits = PersianText.digits(page);
        int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
        Person person = person(reader);
        model.addAttribute("messages", mails.to(person.email(), person.fullName(), PageRequest.of(number, PAGE))
            .map(line -> new Message(line, about(line.caseKey(), reader, locale))));
        return "web/panel-messages";
    }

    @GetMapping("/panel/messages/{id:\\d{1,18}}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "html") String view,
            @AuthenticationPrincipal SignedIn reader, Locale locale, Model model) {
        Mail mail = own(id, reader);
        model.addAttribute("mail", mail);
        model.addAttribute("about", about(mail.caseKey(), reader, locale));
        model.addAttribute("files", files(mail));
        model.addAttribute("asText", view.equals("text"));
        model.addAttribute("opened", opened(mail).orElse(null));
        return "web/panel-message";
    }

    @GetMapping("/panel/messages/{id:\\d{1,18}}/html")
    ResponseEntity<byte[]> html(@PathVariable long id, @AuthenticationPrincipal SignedIn reader) {
        String html = own(id, reader).html().replaceFirst("<head>", "<head><base target=\"_blank\">");
        return ResponseEntity.ok()
            .header("Content-Security-Policy", MAIL_POLICY)
            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(html.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that went with the mail, to be kept. */
    @GetMapping("/panel/messages/{id:\\d{1,18}}/files/{index:\\d{1,2}}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int index,
            @AuthenticationPrincipal SignedIn reader) {
        List<Attachment> files = files(own(id, reader));
        if (index < 1 || index > files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Attachment file = files.get(index - 1);
        return ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .body(file.content());
    }

    private About about(CaseKey key, SignedIn reader, Locale locale) {
        String name = messages.getMessage("web.case." + key.kind(), null, null, locale);
        return name == null ? null : new About(name, cases.page(key, reader.personId()).orElse(null));
    }

    private List<Attachment> files(Mail mail) {
        return mails.findWithAttachmentsById(mail.id()).map(Mail::attachments).orElse(List.of());
    }

    /** The proof that the business opened the complaint of which the mail gave notice. */
    private Optional<Notice> opened(Mail mail) {
        return mail.template().equals(NOTICE) ? complaints.findById(mail.caseKey().id()).map(Complaint::notice)
            .filter(notice -> notice.by() == Notice.By.OPENING) : Optional.empty();
    }

    /** An address can be shared: a mail is the reader's if it went to their address in their name. */
    private Mail own(long id, SignedIn reader) {
        Person person = person(reader);
        return mails.findWithAttemptsById(id)
            .filter(mail -> mail.readerAddress().equals(person.email()) && mail.recipientName().equals(person.fullName()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Person person(SignedIn reader) {
        return people.findById(reader.personId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
