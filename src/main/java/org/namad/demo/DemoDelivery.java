package org.namad.demo;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the {@link DemoMailServer} delivers: every address has a mailbox, and what is sent to {@code name+detail@host}
 * goes to {@code name@host} where that is the mailbox for bounces. An address that begins with {@code unreachable} has
 * none: the mail is accepted, kept for the postmaster, and a report goes back to its envelope sender, as the servers of the world do it
 * (RFC 3464).
 */
class DemoDelivery implements MessageDeliveryHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDelivery.class);
    private static final String HOST = "mail.demo.example";
    private static final String REPORTER = "MAILER-DAEMON@" + HOST;

    private final UserManager users;
    private final String bounces;
    private final int port;

    DemoDelivery(UserManager users, String bounces, int port) {
        this.users = users;
        this.bounces = bounces;
        this.port = port;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress address) throws MessagingException, UserException {
        String email = address.getEmail();
        if (email.replaceFirst("\\+[^@]*@", "@").equalsIgnoreCase(bounces)) {
            return mailbox(bounces);
        }
        String sender = message.getReturnPath() == null ? "" : message.getReturnPath().getEmail();
        if (email.startsWith("unreachable") && !sender.isEmpty()) {
            String messageId = message.getMessage().getMessageID();
            // Not in this thread, in which the server has not answered the sender yet and takes no other mail.
            new Thread(() -> report(messageId, email, sender), "demo-bounce").start();
            return mailbox("postmaster@" + HOST);
        }
        return mailbox(email);
    }

    private GreenMailUser mailbox(String address) throws UserException {
        GreenMailUser user = users.getUserByEmail(address);
        return user != null ? user : users.createUser(address, address, address);
    }

    private void report(String messageId, String address, String sender) {
        try {
            Transport.send(reportOf(messageId, address, sender));
        } catch (MessagingException e) {
            LOG.error("The report about the mail to {} could not be sent", address, e);
        }
    }

    private SMTPMessage reportOf(String messageId, String address, String sender) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        SMTPMessage report = new SMTPMessage(Session.getInstance(settings));
        // It ought to be empty, which GreenMail does not take.
        report.setEnvelopeFrom(REPORTER);
        report.setFrom(new InternetAddress(REPORTER));
        report.setRecipients(SMTPMessage.RecipientType.TO, sender);
        report.setSubject("Undelivered Mail Returned to Sender");
        report.setSentDate(new Date());
        report.setHeader("Auto-Submitted", "auto-replied");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("There is no mailbox " + address + ".");
        MimeBodyPart status = part("message/delivery-status", """
            Reporting-MTA: dns; %s

            Final-Recipient: rfc822; %s
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <%s>: no such mailbox
            """.formatted(HOST, address, address));
        MimeBodyPart returned = part("text/rfc822-headers", "Message-ID: %s\n".formatted(messageId));
        report.setContent(new MimeMultipart("report; report-type=delivery-status", words, status, returned));
        return report;
    }

    private static MimeBodyPart part(String type, String text) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", type);
        return new MimeBodyPart(headers, text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
