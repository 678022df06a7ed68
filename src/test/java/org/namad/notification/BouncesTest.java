package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.demo.DemoMailServer;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports of mail servers, sent over SMTP and read over IMAP. */
@NamadTest
class BouncesTest {

    private static final AtomicLong CASES = new AtomicLong();

    @Autowired Outbox outbox;
    @Autowired Mails mails;
    @Autowired BounceMailbox bounces;
    @Autowired BounceReader reader;
    @Autowired DemoMailServer server;
    @Autowired MailListener listener;

    private final CaseKey key = new CaseKey("bounces-test", CASES.incrementAndGet());
    private Mail mail;

    @BeforeEach
    void send() {
        post("sara" + key.id() + "@bounces-test.example");
        await().until(() -> mail().status() == Mail.Status.SENT && listener.told(key).size() == 1);
        mail = mail();
    }

    @Test
    @DisplayName("N7 A report that a mail cannot be delivered makes it bounced, once; whoever waits is told why")
    void failed() throws Exception {
        report(bounces.senderOf(mail.messageId()), "failed", "5.1.1", "550 5.1.1 no such\r\n mailbox", "");
        report(bounces.senderOf(mail.messageId()), "failed", "5.1.1", "550 again", "");
        awaitBounced();
        reader.read();

        assertThat(attempts()).extracting(DeliveryAttempt::outcome)
            .containsExactly(DeliveryAttempt.Outcome.ACCEPTED, DeliveryAttempt.Outcome.BOUNCED);
        assertThat(mails.failed(100)).extracting(Mail::id).contains(mail.id());
        assertThat(refused("once")).singleElement().satisfies(refused -> {
            assertThat(refused.template()).isEqualTo("already-registered");
            assertThat(refused.address()).isEqualTo(mail.address());
            assertThat(refused.serverReply()).startsWith("550");
        });
    }

    @Test
    @DisplayName("N7 A report that a mail is delayed, or was delivered, changes nothing")
    void delayed() throws Exception {
        report(bounces.senderOf(mail.messageId()), "delayed", "4.4.1", "451 host unreachable", "");
        report(bounces.senderOf(mail.messageId()), "delivered", "2.0.0", "250 ok", "");
        report(bounces.senderOf(otherMail()), "failed", "5.1.1", "550 the other one", "");
        awaitOther();

        assertThat(mail().status()).isEqualTo(Mail.Status.SENT);
        assertThat(refused("once")).isEmpty();
    }

    @Test
    @DisplayName("N7 A report that does not come to the mail's own envelope sender names it by the mail that it returns")
    void byMessageId() throws Exception {
        report(bounces.getAddress(), "failed", "5.2.2", "552 mailbox full", """
            --=_parts
            Content-Type: text/rfc822-headers

            Subject: x
            Message-Id: <%s@namad.example>
            """.formatted(mail.messageId()));
        awaitBounced();

        assertThat(attempts()).last().extracting(DeliveryAttempt::reply).isEqualTo("552 mailbox full");
    }

    @Test
    @DisplayName("N7 A mail server's report in words counts too; the answer of a person or of a machine does not")
    void inWords() throws Exception {
        String sender = bounces.senderOf(mail.messageId());
        deliver(sender, "From: Sara <sara@bounces-test.example>\r\nSubject: On holiday\r\n"
            + "Auto-Submitted: auto-replied\r\n\r\nBack in Mehr.");
        report(bounces.senderOf(otherMail()), "failed", "5.1.1", "550 the other one", "");
        awaitOther();
        assertThat(mail().status()).isEqualTo(Mail.Status.SENT);

        deliver(sender, "From: MAILER-DAEMON@old.example\r\nSubject: failure notice\r\n\r\nSorry, no mailbox here.");
        awaitBounced();
        assertThat(attempts()).last().extracting(DeliveryAttempt::reply).isEqualTo("failure notice");
    }

    @Test
    @DisplayName("N7 In the demo, a mail to an address that begins with \"unreachable\" is accepted and then bounces")
    void demo() {
        outbox.post(key, "already-registered", "unreachable",
            new Recipient("Sara", "unreachable-sara@bounces-test.example", Locale.ENGLISH),
            Map.of("signInLink", "https://namad.example/sign-in"));

        await().until(() -> {
            reader.read();
            return mails.of(key).get(1).status() == Mail.Status.BOUNCED;
        });
        assertThat(mails.findWithAttemptsById(mails.of(key).get(1).id()).orElseThrow().lastReply())
            .contains("no such mailbox");
        assertThat(server.mailsFor(bounces.getAddress())).isNotEmpty();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private void post(String address) {
        outbox.post(key, "already-registered", "once", new Recipient("Sara", address, Locale.ENGLISH),
            Map.of("signInLink", "https://namad.example/sign-in"));
    }

    /** A second mail of the case, whose bounce shows that everything before it has been read. */
    private String otherMail() {
        outbox.post(key, "already-registered", "other", new Recipient("Ali", "ali@bounces-test.example",
            Locale.ENGLISH), Map.of("signInLink", "https://namad.example/sign-in"));
        await().until(() -> mails.of(key).get(1).status() == Mail.Status.SENT);
        return mails.of(key).get(1).messageId();
    }

    private void awaitOther() {
        await().until(() -> {
            reader.read();
            return refused("other").size() == 1;
        });
    }

    private void awaitBounced() {
        await().until(() -> {
            reader.read();
            return mail().status() == Mail.Status.BOUNCED && refused("once").size() == 1;
        });
    }

    private List<MailRefused> refused(String occurrence) {
        return listener.told(key).stream().filter(MailRefused.class::isInstance).map(MailRefused.class::cast)
            .filter(refused -> refused.occurrence().equals(occurrence)).toList();
    }

    private Mail mail() {
        return mails.of(key).get(0);
    }

    private List<DeliveryAttempt> attempts() {
        return mails.findWithAttemptsById(mail.id()).orElseThrow().attempts();
    }

    private void report(String to, String action, String status, String diagnosis, String returned)
            throws MessagingException {
        deliver(to, """
            From: MAILER-DAEMON@mx.example (Mail Delivery System)
            Subject: Delivery Status Notification
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="=_parts"

            --=_parts
            Content-Type: text/plain; charset=us-ascii

            This is the mail system at host mx.example.
            --=_parts
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            X-Queue-ID: 4bQx
            Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0330 (+0330)

            Final-Recipient: rfc822; sara@bounces-test.example
            Original-Recipient: rfc822;sara@bounces-test.example
            Action: %s
            Status: %s
            Remote-MTA: dns; mail.bounces-test.example
            Diagnostic-Code: smtp; %s

            %s
            --=_parts--
            """.formatted(action, status, diagnosis, returned));
    }

    private void deliver(String to, String message) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(server.port()));
        String text = message.replaceAll("\\r?\\n", "\r\n");
        SMTPMessage mimeMessage = new SMTPMessage(Session.getInstance(settings),
            new ByteArrayInputStream(("To: " + to + "\r\n" + text).getBytes(StandardCharsets.US_ASCII)));
        // It ought to be empty, which GreenMail does not take.
        mimeMessage.setEnvelopeFrom("MAILER-DAEMON@mx.example");
        Transport.send(mimeMessage, InternetAddress.parse(to));
    }
}
