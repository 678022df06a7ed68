package org.namad.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.namad.casefile.Attachment;

/**
 * A mail as it arrived at the {@link DemoMailServer}. What a mail of somebody else, such as a mail server's report,
 * does not have is empty.
 *
 * @param number      its place in the mailbox, from 1
 * @param template    the outbox template it was made from
 * @param caseKey     the case it is about
 * @param text        the text form
 * @param html        the HTML form
 * @param attachments the files that came with it
 * @param source      the whole message as it came over SMTP
 */
public record ReceivedMail(int number, String from, String subject, Instant date, String template, String caseKey,
        String text, String html, List<Attachment> attachments, byte[] source) {

    static ReceivedMail of(int number, MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        List<Attachment> attachments = new ArrayList<>();
        collectAttachments(message, attachments);
        Date date = message.getSentDate() != null ? message.getSentDate() : message.getReceivedDate();
        return new ReceivedMail(number, message.getFrom() == null ? "" : message.getFrom()[0].toString(),
            Objects.requireNonNullElse(message.getSubject(), ""), date.toInstant(), header(message, "X-Namad-Template"),
            header(message, "X-Namad-Case"), content(message, "text/plain").orElse(""),
            content(message, "text/html").orElse(""), List.copyOf(attachments), source.toByteArray());
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Objects.requireNonNullElse(message.getHeader(name, null), "");
    }

    private static void collectAttachments(Part part, List<Attachment> attachments)
            throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(new Attachment(Objects.requireNonNullElse(part.getFileName(), "file"),
                part.getContentType(), part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collectAttachments(parts.getBodyPart(i), attachments);
            }
        }
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
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
