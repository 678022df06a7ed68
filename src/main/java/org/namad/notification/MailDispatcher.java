package org.namad.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

import org.namad.calendar.NamadClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the {@link Outbox}: each mail right after the commit that posted it, and again, with growing pauses,
 * while the mail server does not take it. Any number of nodes may do so at once: a mail is claimed before it is sent.
 */
@Component
public class MailDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);
    /** A claim outlives every timeout of one SMTP conversation; after it the node counts as dead. */
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final Mails mails;
    private final Smtp smtp;
    private final TransactionTemplate transaction;
    private final NamadClock clock;
    private final ApplicationEventPublisher events;
    // A mail that finds no room here is sent by the next round.
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(1000), new CustomizableThreadFactory("mail-"),
        new ThreadPoolExecutor.DiscardPolicy());

    MailDispatcher(Mails mails, Smtp smtp, TransactionTemplate transaction, NamadClock clock,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.smtp = smtp;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void sendSoon(Outbox.MailPosted posted) {
        senders.execute(() -> send(posted.mailId()));
    }

    @Scheduled(fixedDelayString = "${namad.mail.dispatch-every:PT20S}")
    void sendDueSoon() {
        senders.execute(this::sendDue);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        senders.shutdown();
        senders.awaitTermination(20, TimeUnit.SECONDS);
    }

    /** Sends every mail that is due and waits for it; stops early when the mail server cannot be reached. */
    public void sendDue() {
        List<Long> due = mails.due(clock.instant(), clock.machineTime(), Limit.of(BATCH));
        for (Long id : due) {
            if (!send(id)) {
                break;
            }
        }
        mails.untold(Limit.of(BATCH)).forEach(this::tellEnd);
    }

    /**
     * A mail that was sent has come back.
     *
     * @return false if it is just being sent, so that its bounce has to wait
     */
    boolean bounced(String messageId, String diagnosis) {
        Mail mail = mails.findByMessageId(messageId).orElse(null);
        if (mail == null) {
            LOG.warn("A mail {} that nobody knows has bounced: {}", messageId, diagnosis);
            return true;
        }
        if (mail.status() == Mail.Status.SENT) {
            LOG.error("Mail {} to {} about {} has bounced: {}", mail.template(), mail.address(), mail.caseKey(),
                diagnosis);
            log(mail, entry -> {
                if (entry.status() == Mail.Status.SENT) {
                    entry.bounced(clock.instant(), diagnosis);
                }
            });
            tellEnd(mail.id());
        }
        return mail.status() != Mail.Status.SENDING;
    }

    private void tellEnd(long id) {
        try {
            tell(id);
        } catch (RuntimeException e) {
            LOG.error("The end of mail {} could not be told and will be told again", id, e);
        }
    }

    /** @return false if the mail server cannot be talked to, so that other mails need not be tried now */
    private boolean send(long id) {
        try {
            Instant machineTime = clock.machineTime();
            Integer claimed = transaction.execute(status ->
                mails.claim(id, clock.instant(), machineTime, machineTime.plus(CLAIM)));
            if (claimed == null || claimed == 0) {
                return true;
            }
            boolean reachable = send(mails.findWithAttachmentsById(id).orElseThrow());
            tellEnd(id);
            return reachable;
        } catch (RuntimeException e) {
            LOG.error("Mail {} could not be processed", id, e);
            return true;
        }
    }

    private boolean send(Mail mail) {
        try {
            String reply = smtp.send(mail);
            log(mail, entry -> entry.accepted(clock.instant(), reply));
            return true;
        } catch (MessagingException e) {
            String reply = reply(e);
            if (isPermanent(e)) {
                LOG.error("Mail {} to {} about {} was refused: {}", mail.template(), mail.address(), mail.caseKey(), reply);
                log(mail, entry -> entry.refused(clock.instant(), reply));
                return true;
            }
            LOG.warn("Mail {} about {} was not taken and is tried again: {}", mail.template(), mail.caseKey(), reply);
            log(mail, entry -> entry.deferred(clock.instant(), reply));
            return e instanceof SendFailedException;
        }
    }

    /** Tells the mail's end if it has come, on one node; a listener that fails leaves it untold until the next round. */
    private void tell(long id) {
        transaction.executeWithoutResult(status -> {
            if (mails.takeEnding(id) == 1) {
                events.publishEvent(mails.findWithAttemptsById(id).orElseThrow().ending());
            }
        });
    }

    private void log(Mail mail, Consumer<Mail> outcome) {
        transaction.executeWithoutResult(status ->
            outcome.accept(mails.findWithAttemptsById(mail.id()).orElseThrow()));
    }

    private static boolean isPermanent(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof AddressException
                || e instanceof SMTPAddressFailedException a && a.getReturnCode() >= 500
                || e instanceof SMTPSendFailedException s && s.getReturnCode() >= 500) {
                return true;
            }
        }
        return false;
    }

    private static String reply(MessagingException failure) {
        StringBuilder reply = new StringBuilder(String.valueOf(failure.getMessage()).strip());
        for (Exception e = failure.getNextException(); e != null;
                e = e instanceof MessagingException m ? m.getNextException() : null) {
            reply.append("; ").append(String.valueOf(e.getMessage()).strip());
        }
        return reply.toString();
    }
}
