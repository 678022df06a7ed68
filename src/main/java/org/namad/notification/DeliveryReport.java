package org.namad.notification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;

/**
 * What a mail server reports about a mail of ours.
 *
 * @param kind      what became of the mail
 * @param messageId the mail's {@link Mail#messageId}; empty if the report does not tell
 * @param diagnosis why, in the server's words
 */
record DeliveryReport(Kind kind, Optional<String> messageId, String diagnosis) {

    /** What a report says of the mail. */
    enum Kind {
        /** It will not be delivered. */
        FAILED,
        /** It has not been delivered yet. */
        DELAYED,
        /** Nothing of that kind: an answer of a person or of a machine, a receipt. */
        OTHER
    }

    private static final String ID = "([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})";
    private static final Pattern ENVELOPE_SENDER = Pattern.compile("\\+" + ID + "@");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID:\\s*<" + ID + "@",
        Pattern.CASE_INSENSITIVE);
    /** Where mail servers note whom the report was sent to. */
    private static final List<String> RECIPIENT_HEADERS = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");
    /** Whoever reports without the format made for it signs with one of these. */
    private static final List<String> MAIL_SERVERS = List.of("mailer-daemon", "postmaster");

    /** Reads a message from the mailbox for bounces: a report as RFC 3464 has it, or one in words only. */
    static DeliveryReport of(MimeMessage message) throws MessagingException, IOException {
        Optional<String> id = envelopeSender(message).or(() -> returnedMessageId(message));
        Optional<InternetHeaders> recipient = part(message, "message/delivery-status")
            .or(() -> part(message, "message/global-delivery-status")).flatMap(DeliveryReport::recipient);
        if (recipient.isPresent()) {
            return new DeliveryReport(kind(field(recipient.get(), "Action")), id, diagnosis(recipient.get()));
        }
        return new DeliveryReport(isFromMailServer(message) ? Kind.FAILED : Kind.OTHER, id,
            String.valueOf(message.getSubject()));
    }

    private static Kind kind(String action) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "failed" -> Kind.FAILED;
            case "delayed" -> Kind.DELAYED;
            default -> Kind.OTHER;
        };
    }

    /** The fields about the recipient: each mail of ours has one, and the report's own fields stand before them. */
    private static Optional<InternetHeaders> recipient(String status) {
        return Arrays.stream(status.split("\\r?\\n\\s*\\r?\\n")).map(DeliveryReport::fields)
            .filter(fields -> !field(fields, "Action").isEmpty()).findFirst();
    }

    private static InternetHeaders fields(String block) {
        try {
            return new InternetHeaders(new ByteArrayInputStream(block.strip().getBytes(StandardCharsets.UTF_8)), true);
        } catch (MessagingException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    private static String diagnosis(InternetHeaders recipient) {
        String code = field(recipient, "Diagnostic-Code").replaceFirst("(?i)^smtp;\\s*", "").replaceAll("\\s+", " ");
        return code.isEmpty() ? field(recipient, "Status") : code;
    }

    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    private static Optional<String> envelopeSender(MimeMessage message) throws MessagingException {
        for (String header : RECIPIENT_HEADERS) {
            Optional<String> found = Stream.ofNullable(message.getHeader(header)).flatMap(Stream::of)
                .flatMap(address -> find(ENVELOPE_SENDER, address.toLowerCase(Locale.ROOT)).stream()).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> returnedMessageId(MimeMessage message) {
        return Stream.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
            .flatMap(type -> part(message, type).stream())
            .flatMap(returned -> find(MESSAGE_ID, returned).stream()).findFirst();
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The first part of this type, as it stands in the message. */
    private static Optional<String> part(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Optional<String> found = part(parts.getBodyPart(i), type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isFromMailServer(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress sender
            && MAIL_SERVERS.contains(sender.getAddress().toLowerCase(Locale.ROOT).replaceFirst("@.*", ""));
    }
}
