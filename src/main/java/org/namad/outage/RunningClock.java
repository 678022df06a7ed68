package org.namad.outage;

import java.time.Instant;

import org.namad.casefile.CaseKey;

/**
 * A timer of a running case that measures a length of time, as opposed to one that waits for a date.
 *
 * @param timerId    names it for as long as it runs
 * @param key        the case
 * @param processKey the process
 * @param activityId the timer event in the model
 * @param deadline   whether something ends for a party when it runs out; otherwise it reminds, or is the staff's
 * @param startedAt  since when it has been running
 * @param due        when it runs out
 */
public record RunningClock(String timerId, CaseKey key, String processKey, String activityId, boolean deadline,
        Instant startedAt, Instant due) {
}
