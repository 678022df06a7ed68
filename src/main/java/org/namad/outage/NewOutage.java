package org.namad.outage;

import java.time.Instant;

/**
 * An outage as a person states it.
 *
 * @param from     when the platform was gone
 * @param until    when it was there again
 * @param reason   why, for Persian readers
 * @param reasonEn why, for English readers
 */
public record NewOutage(Instant from, Instant until, String reason, String reasonEn) {

    /** @throws OutageRefused if it ends before it begins */
    public NewOutage {
        if (!from.isBefore(until)) {
            throw new OutageRefused(OutageRefused.Cause.ENDS_BEFORE_IT_BEGINS);
        }
    }
}
