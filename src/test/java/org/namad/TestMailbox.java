package org.namad;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.namad.demo.DemoMailServer;
import org.springframework.stereotype.Component;

/** Reads the mails that have really arrived over SMTP. */
@Component
public class TestMailbox {

    private final DemoMailServer server;

    TestMailbox(DemoMailServer server) {
        this.server = server;
    }

    /**
     * A mail as it arrived.
     *
     * @param template the outbox template it was made from
     * @param caseKey  the case it is about
     */
    public record Received(String template, String caseKey, String subject, String text, String html, Instant date) {

        /** The address behind the mail's (first) button. */
        public String button() {
            return Jsoup.parse(html).select("a.button").attr("href");
        }
    }

    /** All mails that have arrived for {@code address} until now, oldest first. */
    public List<Received> all(String address) {
        return server.mailsFor(address).stream().map(TestMailbox::read).toList();
    }

    /** Waits for the newest mail to {@code address} that was made from {@code template}. */
    public Received await(String address, String template) {
        return await(address, template, 1);
    }

    /** Waits until {@code count} mails to {@code address} made from {@code template} have arrived; returns the last. */
    public Received await(String address, String template, int count) {
        return Awaitility.await("mail " + template + " to " + address)
            .atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50))
            .until(() -> of(address, template), found -> found.size() >= count)
            .stream().reduce((first, second) -> second).orElseThrow();
    }

    /** The mails to {@code address} made from {@code template} that have arrived until now. */
    public List<Received> of(String address, String template) {
        return all(address).stream().filter(mail -> template.equals(mail.template())).toList();
    }

    private static Received read(MimeMessage message) {
        try {
            List<Part> parts = new ArrayList<>();
            collect(message, parts);
            return new Received(message.getHeader("X-Namad-Template", null), message.getHeader("X-Namad-Case", null),
                message.getSubject(), content(parts, "text/plain"), content(parts, "text/html"),
                message.getSentDate().toInstant());
        } catch (MessagingException | IOException e) {
            throw new AssertionError("a mail cannot be read", e);
        }
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                collect(child, parts);
            }
        } else {
            parts.add(part);
        }
    }

    private static String content(List<Part> parts, String type) throws MessagingException, IOException {
        Optional<Part> found = Optional.empty();
        for (Part part : parts) {
            found = part.isMimeType(type) ? Optional.of(part) : found;
        }
        return found.isPresent() ? (String) found.get().getContent() : null;
    }
}
