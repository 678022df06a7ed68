package org.namad.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.MariaDb;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@OutboxTestSlice
@ContextConfiguration(initializers = MariaDb.class)
class TwoDispatchersIT {

    private static final int MAILS = 60;

    @Autowired Mails mails;
    @Autowired MailRenderer renderer;
    @Autowired Smtp smtp;
    @Autowired JavaMailSenderImpl sender;
    @Autowired TransactionTemplate transaction;
    @Autowired NamadClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired MailListener listener;

    @Test
    @DisplayName("Several nodes that send at once send every mail once, and tell its end once (N7)")
    void race() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        CaseKey key = new CaseKey("race", 1);
        Recipient sara = new Recipient("Sara", "sara@shop.example", Locale.ENGLISH);
        RenderedMail rendered = renderer.render("already-registered", key, sara, Map.of("signInLink", "http://x"));
        for (int i = 0; i < MAILS; i++) {
            mails.save(new Mail(key, "already-registered", "mail-" + i, sara, rendered, List.of(), false, clock.instant()));
        }

        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(CompletableFuture.runAsync(() -> new MailDispatcher(mails, smtp, transaction, clock, events).sendDue()));
        }
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        assertThat(server.getReceivedMessages()).hasSize(MAILS).extracting(MimeMessage::getMessageID)
            .doesNotHaveDuplicates();
        assertThat(mails.of(key)).hasSize(MAILS).extracting(Mail::status).containsOnly(Mail.Status.SENT);
        assertThat(listener.told(key)).hasSize(MAILS).doesNotHaveDuplicates();
        server.stop();
    }
}
