package org.namad.notification;

import java.io.UnsupportedEncodingException;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands a mail to the mail server that {@code spring.mail} names, and keeps what the server replied, which Spring's own
 * sender throws away.
 */
@Component
class Smtp {

    private final JavaMailSenderImpl server;
    private final String from;

    /** @param from the sender's address, {@code namad.mail.from} */
    Smtp(JavaMailSenderImpl server, @Value("${namad.mail.from}") String from) {
        this.server = server;
        this.from = from;
    }

    /**
     * Sends {@code mail}.
     *
     * @return the mail server's reply, with its queue id if it tells one
     * @throws MessagingException if the mail was not taken
     */
    String send(Mail mail) throws MessagingException {
        MimeMessage message = message(mail);
        String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
        try (Transport transport = server.getSession().getTransport(protocol)) {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(message, message.getAllRecipients());
            return ((SMTPTransport) transport).getLastServerResponse().strip();
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(server.getSession());
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                "UTF-8");
            helper.setFrom(from);
            helper.setTo(new InternetAddress(mail.address(), mail.recipientName(), "UTF-8"));
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(mail.postedAt()));
            helper.setText(mail.text(), mail.html());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        message.setHeader("Content-Language", mail.language().getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Namad-Case", mail.caseKey().toString());
        message.setHeader("X-Namad-Template", mail.template());
        message.saveChanges();
        // After saveChanges, which sets an ID of its own.
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.messageId(), from.substring(from.indexOf('@') + 1)));
        return message;
    }
}
