package org.namad.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;

import org.namad.notification.BounceMailbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * A real SMTP server inside the application, for the demo and for tests: it takes every mail for every address and
 * keeps it in memory; what it cannot deliver bounces, see {@link DemoDelivery}. Switched on by {@code namad.mail.embedded}; the port is {@code namad.mail.embedded-port}, by
 * default any free one. The application's mail sender and its
 * reader of bounces are pointed at it.
 */
@Component
@ConditionalOnProperty("namad.mail.embedded")
public class DemoMailServer {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;

    DemoMailServer(JavaMailSenderImpl sender, BounceMailbox bounces,
            @Value("${namad.mail.embedded-port:0}") int port) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)});
        server.start();
        sender.setHost(HOST);
        sender.setPort(port());
        server.setUser(bounces.getAddress(), bounces.getAddress(), bounces.getAddress());
        server.getUserManager().setMessageDeliveryHandler(
            new DemoDelivery(server.getUserManager(), bounces.getAddress(), port()));
        bounces.moveTo("imap", HOST, server.getImap().getPort(), bounces.getAddress(), bounces.getAddress());
    }

    @PreDestroy
    void stop() {
        server.stop();
    }

    /** The SMTP port. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** Every address that has got a mail, in alphabetical order. */
    public List<String> addresses() {
        return server.getUserManager().listUser().stream().map(GreenMailUser::getEmail).sorted().toList();
    }

    /** The mails that have arrived for {@code address}, oldest first. */
    public List<ReceivedMail> mailsFor(String address) {
        GreenMailUser reader = server.getUserManager().getUserByEmail(address);
        if (reader == null) {
            return List.of();
        }
        try {
            // A copy: mails arrive while we read.
            List<StoredMessage> messages =
                List.copyOf(server.getManagers().getImapHostManager().getInbox(reader).getMessages());
            List<ReceivedMail> mails = new ArrayList<>();
            for (StoredMessage message : messages) {
                mails.add(ReceivedMail.of(mails.size() + 1, message.getMimeMessage()));
            }
            return mails;
        } catch (FolderException | MessagingException | IOException e) {
            throw new IllegalStateException("The mailbox of " + address + " cannot be read", e);
        }
    }
}
