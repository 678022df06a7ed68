package org.namad.notification;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.namad.calendar.NamadClock;
import org.namad.engine.BeforeTimePasses;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lets no time pass before the mails of the moment have left and their end is told: notice must be proven in time (N7). */
@Component
class MailsGoFirst implements BeforeTimePasses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final Mails mails;
    private final MailDispatcher dispatcher;
    private final NamadClock clock;

    MailsGoFirst(Mails mails, MailDispatcher dispatcher, NamadClock clock) {
        this.mails = mails;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public void finish() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        dispatcher.sendDue();
        // Another thread may hold one; what the mail server did not take waits for its next try and holds up nothing.
        while ((mails.existsByStatusAndClaimedUntilAfter(Mail.Status.SENDING, clock.machineTime())
                || !mails.untold(Limit.of(1)).isEmpty()) && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
