package org.namad.notification;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One attempt to hand a mail to the mail server: a line of the delivery log, which proves that notice was given (N7). */
@Embeddable
public class DeliveryAttempt {

    /** How an attempt ended. */
    public enum Outcome {
        /** The mail server has taken the mail. */
        ACCEPTED,
        /** Not taken for a reason that may pass. */
        DEFERRED,
        /** Refused for good. */
        REFUSED,
        /** Taken, and reported later as undeliverable. */
        BOUNCED
    }

    private static final int LONGEST_REPLY = 500;

    private Instant attemptedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private String reply;

    protected DeliveryAttempt() {
    }

    DeliveryAttempt(Instant attemptedAt, Outcome outcome, String reply) {
        this.attemptedAt = attemptedAt;
        this.outcome = outcome;
        this.reply = reply.length() <= LONGEST_REPLY ? reply : reply.substring(0, LONGEST_REPLY);
    }

    public Instant attemptedAt() {
        return attemptedAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What the mail server said, or why it could not be reached. */
    public String reply() {
        return reply;
    }
}
