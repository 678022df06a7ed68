package org.namad.outage;

import java.time.Instant;

import org.namad.casefile.CaseKey;

/**
 * A timer of a running case has been moved by the time that an outage took from it (N7): a deadline or one of its
 * reminders. Published in the transaction that moves the timer, so that stored due dates move with it, and before the
 * parties are told.
 *
 * @param key        the case
 * @param processKey the process
 * @param activityId the timer event in the model
 * @param from       when it was due
 * @param to         when it is due now
 * @param outageId   the outage
 */
public record DeadlineMoved(CaseKey key, String processKey, String activityId, Instant from, Instant to,
        long outageId) {
}
