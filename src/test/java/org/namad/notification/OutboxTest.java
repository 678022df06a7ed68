package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.calendar.NamadClock;
import org.namad.casefile.Attachment;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.DeliveryAttempt.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@OutboxTestSlice
class OutboxTest {

    private static final Recipient SARA = new Recipient("Sara", "sara@shop.example", Locale.ENGLISH);
    private static long cases;

    @Autowired Outbox outbox;
    @Autowired Mails mails;
    @Autowired MailDispatcher dispatcher;
    @Autowired JavaMailSenderImpl sender;
    @Autowired TransactionTemplate transaction;
    @Autowired NamadClock clock;
    @Autowired MailListener listener;

    private final CaseKey key = new CaseKey("outbox-test", ++cases);
    private GreenMail server;

    @BeforeEach
    void startMailServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stopMailServer() {
        server.stop();
    }

    @Test
    @DisplayName("The same mail is posted once, however often it is asked for; another occurrence is another mail")
    void idempotent() {
        post("Task_SendNotice");
        post("Task_SendNotice");
        post("Task_SendNotice-2");

        await().until(() -> statuses().equals(List.of(Mail.Status.SENT, Mail.Status.SENT)));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    @DisplayName("Nothing is stored or sent of what was rolled back")
    void rollback() {
        transaction.executeWithoutResult(status -> {
            post("Task_SendNotice");
            status.setRollbackOnly();
        });
        dispatcher.sendDue();

        assertThat(mails.of(key)).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("A mail is sent after the commit, not before")
    void afterCommit() {
        transaction.executeWithoutResult(status -> {
            post("Task_SendNotice");
            assertThat(server.getReceivedMessages()).isEmpty();
        });

        await().until(() -> statuses().equals(List.of(Mail.Status.SENT)));
    }

    @Test
    @DisplayName("A mail that cannot be sent is tried again with growing pauses, then arrives, under one Message-ID")
    void retries() throws Exception {
        stopMailServer();
        post("Task_SendNotice");
        await().until(() -> attempts().size() == 1);
        Mail deferred = mail();
        assertThat(deferred.status()).isEqualTo(Mail.Status.WAITING);
        assertThat(Duration.between(attempts().get(0).attemptedAt(), deferred.nextAttemptAt())).hasMinutes(1);

        dispatcher.sendDue();
        assertThat(attempts()).as("not due yet").hasSize(1);

        clock.moveTo(deferred.nextAttemptAt());
        dispatcher.sendDue();
        assertThat(attempts()).extracting(DeliveryAttempt::outcome).containsExactly(Outcome.DEFERRED, Outcome.DEFERRED);
        assertThat(Duration.between(attempts().get(1).attemptedAt(), mail().nextAttemptAt())).hasMinutes(5);

        startMailServer();
        clock.moveTo(mail().nextAttemptAt());
        dispatcher.sendDue();
        assertThat(mail().status()).isEqualTo(Mail.Status.SENT);
        assertThat(attempts()).last().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(attempt.reply()).startsWith("250");
        });
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo("<" + deferred.messageId() + "@namad.example>");
        assertThat(received.getSentDate().toInstant()).isBetween(deferred.postedAt().minusSeconds(1), deferred.postedAt());
        assertThat(received.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    @DisplayName("A mail that no pause helps has failed in the end and is shown as such")
    void givenUp() {
        stopMailServer();
        post("Task_SendNotice");
        await().until(() -> attempts().size() == 1);
        while (mail().status() == Mail.Status.WAITING) {
            clock.moveTo(mail().nextAttemptAt());
            dispatcher.sendDue();
        }

        assertThat(attempts()).hasSize(8);
        assertThat(mails.failed(100)).extracting(Mail::id).contains(mail().id());
    }

    @Test
    @DisplayName("A mail that the server refuses for good has failed at once, with the server's reply")
    void refused() throws IOException {
        try (RefusingSmtpServer refusing = new RefusingSmtpServer("550 5.1.1 no such mailbox")) {
            sender.setPort(refusing.port());
            post("Task_SendNotice");
            await().until(() -> attempts().size() == 1);
        }

        assertThat(mail().status()).isEqualTo(Mail.Status.FAILED);
        assertThat(attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(attempt.reply()).contains("550 5.1.1 no such mailbox");
        });
    }

    @Test
    @DisplayName("A mail that the server puts off is tried again")
    void putOff() throws IOException {
        try (RefusingSmtpServer busy = new RefusingSmtpServer("450 4.2.1 try again later")) {
            sender.setPort(busy.port());
            post("Task_SendNotice");
            await().until(() -> attempts().size() == 1);
        }
        assertThat(mail().status()).isEqualTo(Mail.Status.WAITING);

        sender.setPort(server.getSmtp().getPort());
        clock.moveTo(mail().nextAttemptAt());
        dispatcher.sendDue();

        assertThat(mail().status()).isEqualTo(Mail.Status.SENT);
    }

    @Test
    @DisplayName("A mail to what is no address has failed at once and does not hold up others")
    void noAddress() {
        outbox.post(key, "already-registered", "once", new Recipient("Sara", "no address", Locale.ENGLISH),
            Map.of("signInLink", "https://namad.example/sign-in"));

        await().until(() -> mail().status() == Mail.Status.FAILED);
        assertThat(attempts()).extracting(DeliveryAttempt::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    @DisplayName("A secret is forgotten once it has been sent")
    void secret() {
        outbox.postSecret(key, "sign-in-code", "asked", SARA, Map.of("code", "123456", "validUntil", "12:00"));

        await().until(() -> statuses().equals(List.of(Mail.Status.SENT)));
        assertThat(mail().text()).isEmpty();
        assertThat(mail().html()).isEmpty();
        assertThat(mail().subject()).doesNotContain("123456");
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0])).contains("123456");
    }

    @Test
    @DisplayName("Files go with a mail, byte for byte and under their names, after both forms of the text")
    void attachments() throws Exception {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        List<Attachment> files = List.of(
            new Attachment("deadline.ics", "text/calendar; charset=UTF-8; method=PUBLISH", "BEGIN:VCALENDAR\r\n".getBytes()),
            new Attachment("پروندهٔ نظارت.pdf", "application/pdf", bytes));
        outbox.post(key, "already-registered", "once", SARA, Map.of("signInLink", "https://namad.example/sign-in"),
            files);
        await().until(() -> statuses().equals(List.of(Mail.Status.SENT)));

        MimeMessage raw = new MimeMessage(null, new ByteArrayInputStream(
            GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]).getBytes(StandardCharsets.US_ASCII)));
        assertThat(raw.getContentType()).startsWith("multipart/mixed");
        Multipart mixed = (Multipart) raw.getContent();
        assertThat(mixed.getCount()).isEqualTo(3);
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(((Multipart) mixed.getBodyPart(0).getContent()).getBodyPart(0).getContent().toString())
            .contains("https://namad.example/sign-in");
        for (int i = 0; i < files.size(); i++) {
            BodyPart part = mixed.getBodyPart(i + 1);
            assertThat(MimeUtility.decodeText(part.getFileName())).isEqualTo(files.get(i).fileName());
            assertThat(part.getDisposition()).isEqualTo(Part.ATTACHMENT);
            assertThat(part.isMimeType(files.get(i).mediaType())).isTrue();
            assertThat(part.getInputStream().readAllBytes()).isEqualTo(files.get(i).content());
        }
    }

    @Test
    @DisplayName("N7 What became of a mail is told once: accepted or refused, with the server's reply")
    void told() throws IOException {
        post("accepted");
        await().until(() -> statuses().equals(List.of(Mail.Status.SENT)));
        try (RefusingSmtpServer refusing = new RefusingSmtpServer("550 5.1.1 no such mailbox")) {
            sender.setPort(refusing.port());
            post("refused");
            await().until(() -> statuses().equals(List.of(Mail.Status.SENT, Mail.Status.FAILED)));
        }
        await().until(() -> listener.told(key).size() == 2);
        dispatcher.sendDue();

        assertThat(listener.told(key)).satisfiesExactly(
            first -> assertThat(first).isInstanceOfSatisfying(MailAccepted.class, accepted -> {
                assertThat(accepted.template()).isEqualTo("already-registered");
                assertThat(accepted.occurrence()).isEqualTo("accepted");
                assertThat(accepted.address()).isEqualTo(SARA.address());
                assertThat(accepted.serverReply()).startsWith("250");
            }),
            second -> assertThat(second).isInstanceOfSatisfying(MailRefused.class, refused -> {
                assertThat(refused.occurrence()).isEqualTo("refused");
                assertThat(refused.serverReply()).contains("550 5.1.1 no such mailbox");
            }));
    }

    @Test
    @DisplayName("N7 A module that fails on being told is told again, and the mail is not sent again")
    void toldAgain() {
        listener.failOnce(key);
        post("Task_SendNotice");
        await().until(() -> statuses().equals(List.of(Mail.Status.SENT)) && listener.failures(key) == 1);
        assertThat(listener.told(key)).isEmpty();

        dispatcher.sendDue();
        dispatcher.sendDue();

        assertThat(listener.told(key)).singleElement().isInstanceOf(MailAccepted.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("A mail that cannot be rendered is not stored: the caller fails")
    void notRendered() {
        assertThatThrownBy(() -> outbox.post(key, "no-such-mail", "once", SARA, Map.of()))
            .isInstanceOf(MailNotRendered.class);
        assertThat(mails.of(key)).isEmpty();
    }

    private void post(String occurrence) {
        outbox.post(key, "already-registered", occurrence, SARA, Map.of("signInLink", "https://namad.example/sign-in"));
    }

    private Mail mail() {
        return mails.of(key).get(0);
    }

    private List<Mail.Status> statuses() {
        return mails.of(key).stream().map(Mail::status).toList();
    }

    private List<DeliveryAttempt> attempts() {
        return mails.findWithAttemptsById(mail().id()).orElseThrow().attempts();
    }
}
