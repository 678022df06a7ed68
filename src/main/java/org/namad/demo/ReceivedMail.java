package org.namad.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail as it arrived at the {@link DemoMailServer}.
 *
 * @param number   its place in the mailbox, from 1
 * @param template the outbox template it was made from
 * @param caseKey  the case it is about
 * @param text     the text form
 * @param html     the HTML form
 * @param source   the whole message as it came over SMTP
 */
public record ReceivedMail(int number, String from, String subject, Instant date, String template, String caseKey,
        String text, String html, byte[] source) {

    static ReceivedMail of(int number, MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        return new ReceivedMail(number, message.getFrom()[0].toString(), message.getSubject(),
            message.getSentDate().toInstant(), message.getHeader("X-Namad-Template", null),
            message.getHeader("X-Namad-Case", null), content(message, "text/plain").orElse(""),
            content(message, "text/html").orElse(""), source.toByteArray());
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = content(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
