package org.namad.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.namad.casefile.Attachment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demo's mailboxes: everything that has arrived at the {@link DemoMailServer}, over SMTP. */
@Controller
@ConditionalOnProperty("namad.mail.embedded")
@RequestMapping("/demo/mail")
class MailboxController {

    /** Nothing but the mail's own style and images; links open outside the frame. */
    private static final String MAIL_POLICY =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups "
            + "allow-popups-to-escape-sandbox";

    private static final List<MediaType> SHOWN =
        List.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_PNG, MediaType.IMAGE_JPEG);

    /** One mailbox, its newest mail first. */
    record Mailbox(String address, List<ReceivedMail> mails) {
    }

    private final DemoMailServer server;

    MailboxController(DemoMailServer server) {
        this.server = server;
    }

    @GetMapping
    String mailboxes(Model model) {
        model.addAttribute("mailboxes", server.addresses().stream().map(this::mailbox)
            .filter(box -> !box.mails().isEmpty())
            .sorted(Comparator.comparing((Mailbox box) -> box.mails().get(0).date()).reversed())
            .toList());
        return "demo/mailboxes";
    }

    @GetMapping("/{address}")
    String mails(@PathVariable String address, Model model) {
        model.addAttribute("mailbox", mailbox(address));
        return "demo/mailbox";
    }

    @GetMapping("/{address}/{number}")
    String mail(@PathVariable String address, @PathVariable int number,
            @RequestParam(defaultValue = "html") String view, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("mail", find(address, number));
        model.addAttribute("asText", view.equals("text"));
        return "demo/mail";
    }

    @GetMapping("/{address}/{number}/html")
    ResponseEntity<byte[]> html(@PathVariable String address, @PathVariable int number) {
        String html = find(address, number).html().replaceFirst("<head>", "<head><base target=\"_blank\">");
        return ResponseEntity.ok()
            .header("Content-Security-Policy", MAIL_POLICY)
            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(html.getBytes(StandardCharsets.UTF_8));
    }

    /** The mail as it came over SMTP, headers and all. */
    @GetMapping("/{address}/{number}/source")
    ResponseEntity<byte[]> source(@PathVariable String address, @PathVariable int number) {
        return ResponseEntity.ok()
            .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
            .body(find(address, number).source());
    }

    /** A file that came with the mail: to be kept, or, where a browser can show it and run nothing, to be looked at. */
    @GetMapping("/{address}/{number}/files/{index}")
    ResponseEntity<byte[]> file(@PathVariable String address, @PathVariable int number, @PathVariable int index,
            @RequestParam(defaultValue = "false") boolean show) {
        List<Attachment> files = find(address, number).attachments();
        if (index < 1 || index > files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Attachment file = files.get(index - 1);
        Optional<MediaType> shownAs = shownAs(file).filter(type -> show);
        ContentDisposition.Builder disposition = shownAs.isPresent()
            ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
            .header("Content-Security-Policy", "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'")
            .contentType(shownAs.orElse(MediaType.APPLICATION_OCTET_STREAM))
            .body(file.content());
    }

    private static Optional<MediaType> shownAs(Attachment file) {
        MediaType type = MediaType.parseMediaType(file.mediaType().replaceAll("\\s+", " "));
        if (type.getType().equals("text")) {
            return Optional.of(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
        }
        return SHOWN.stream().filter(type::equalsTypeAndSubtype).findFirst();
    }

    private Mailbox mailbox(String address) {
        List<ReceivedMail> mails = new ArrayList<>(server.mailsFor(address));
        Collections.reverse(mails);
        return new Mailbox(address, mails);
    }

    private ReceivedMail find(String address, int number) {
        List<ReceivedMail> mails = server.mailsFor(address);
        if (number < 1 || number > mails.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return mails.get(number - 1);
    }
}
