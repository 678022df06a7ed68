package org.namad.notification;

import java.io.UnsupportedEncodingException;
import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import org.namad.casefile.Attachment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands a mail to the mail server that {@code spring.mail} names, and keeps what the server replied, which Spring's own
 * sender throws away.
 */
@Component
class Smtp {

    private static final String UTF_8 = "UTF-8";

    private final JavaMailSenderImpl server;
    private final BounceMailbox bounces;
    private final InternetAddress from;

    /** @param from the sender's address, {@code namad.mail.from} */
    Smtp(JavaMailSenderImpl server, BounceMailbox bounces, @Value("${namad.mail.from}") String from)
            throws AddressException {
        this.server = server;
        server.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
        this.bounces = bounces;
        this.from = new InternetAddress(from, true);
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
        SMTPMessage message = new SMTPMessage(server.getSession());
        if (bounces.isNamed()) {
            message.setEnvelopeFrom(bounces.senderOf(mail.messageId()));
        }
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, addressee(mail));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.postedAt()));
        message.setContent(content(mail));
        message.setHeader("Content-Language", mail.language().getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Namad-Case", mail.caseKey().toString());
        message.setHeader("X-Namad-Template", mail.template());
        message.saveChanges();
        // After saveChanges, which sets an ID of its own.
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.messageId(), domain));
        return message;
    }

    /** @throws AddressException if the address is none, which no further attempt changes */
    private static InternetAddress addressee(Mail mail) throws AddressException {
        InternetAddress address = new InternetAddress(mail.address(), true);
        try {
            address.setPersonal(mail.recipientName(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
        return address;
    }

    /** Both forms of the mail, and after them the files that go with it. */
    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeMultipart bothForms = bothForms(mail);
        if (mail.attachments().isEmpty()) {
            return bothForms;
        }
        MimeBodyPart mailPart = new MimeBodyPart();
        mailPart.setContent(bothForms);
        MimeMultipart mixed = new MimeMultipart("mixed", mailPart);
        for (Attachment attachment : mail.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            file.setFileName(attachment.fileName());
            file.setDisposition(Part.ATTACHMENT);
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    private static MimeMultipart bothForms(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }
}
