package org.namad.notification;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads what mail servers report about mails that they had accepted and could not deliver after all (N7), see
 * {@link BounceMailbox}. Messages that were dealt with stay in the mailbox, marked as read. Several nodes may read the
 * same mailbox: a mail bounces once.
 */
@Component
class BounceReader {

    private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);
    private static final String TIMEOUT = "20000";

    private final BounceMailbox mailbox;
    private final MailDispatcher dispatcher;

    BounceReader(BounceMailbox mailbox, MailDispatcher dispatcher) {
        this.mailbox = mailbox;
        this.dispatcher = dispatcher;
    }

    /** Deals with every message that has not been read yet. */
    @Scheduled(fixedDelayString = "${namad.mail.bounces.read-every:PT1M}")
    void read() {
        if (!mailbox.isRead()) {
            return;
        }
        try (Store store = session().getStore(mailbox.getProtocol())) {
            store.connect(mailbox.getHost(), mailbox.getPort(), mailbox.getUser(), mailbox.getPassword());
            try (Folder folder = store.getFolder(mailbox.getFolder())) {
                folder.open(Folder.READ_WRITE);
                for (Message unread : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    if (isDealtWith((MimeMessage) unread)) {
                        unread.setFlag(Flags.Flag.SEEN, true);
                    }
                }
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox for bounces cannot be read and is tried again: {}", e.getMessage());
        }
    }

    /** Whether the message need not be looked at again. */
    private boolean isDealtWith(MimeMessage message) throws MessagingException {
        try {
            return isDealtWith(DeliveryReport.of(message));
        } catch (IOException | RuntimeException e) {
            LOG.error("A message in the mailbox for bounces could not be dealt with and is tried again", e);
            return false;
        }
    }

    private boolean isDealtWith(DeliveryReport report) {
        Optional<String> id = report.messageId();
        if (report.kind() != DeliveryReport.Kind.FAILED || id.isEmpty()) {
            LOG.info("The mailbox for bounces has a message about mail {}: {} {}", id.orElse("unknown"), report.kind(),
                report.diagnosis());
            return true;
        }
        return dispatcher.bounced(id.get(), report.diagnosis());
    }

    private Session session() {
        Properties settings = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            String prefix = "mail." + protocol + ".";
            settings.setProperty(prefix + "connectiontimeout", TIMEOUT);
            settings.setProperty(prefix + "timeout", TIMEOUT);
            settings.setProperty(prefix + "writetimeout", TIMEOUT);
            settings.setProperty(prefix + "peek", "true");
            settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        return Session.getInstance(settings);
    }
}
