package org.namad.outage;

import java.time.Instant;

/**
 * An outage of the platform has been logged (N7). Published in the transaction that logs it; the running timers that
 * it touched are moved right after, see {@link DeadlineMoved}. Whoever has acted on a deadline that ran out in it takes
 * that back.
 *
 * @param outageId the outage
 * @param from     when the platform was gone
 * @param until    when it was there again
 * @param reason   as told to people
 */
public record OutageLogged(long outageId, Instant from, Instant until, String reason) {
}
