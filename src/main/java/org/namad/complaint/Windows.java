package org.namad.complaint;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * Until when the model lets a side come back to a complaint that is decided; null where it cannot, or not any more.
 *
 * @param reopenUntil        the consumer may reopen it
 * @param rulingAppealUntil  either side may appeal against the ruling
 * @param silenceAppealUntil the business may appeal against the point for its silence
 */
@Embeddable
public record Windows(Instant reopenUntil, Instant rulingAppealUntil, Instant silenceAppealUntil) {

    static final Windows SHUT = new Windows(null, null, null);

    /** With another end of the time to reopen. */
    public Windows reopen(Instant until) {
        return new Windows(until, rulingAppealUntil, silenceAppealUntil);
    }

    /** With another end of the time to appeal against the ruling. */
    public Windows appealRuling(Instant until) {
        return new Windows(reopenUntil, until, silenceAppealUntil);
    }

    /** With another end of the time to appeal against the point for silence. */
    public Windows appealSilence(Instant until) {
        return new Windows(reopenUntil, rulingAppealUntil, until);
    }

    /**
     * With {@code to} as the end of what would have ended at {@code from}; timers that are due at one instant lost the
     * same time.
     */
    public Windows moved(Instant from, Instant to) {
        return new Windows(from.equals(reopenUntil) ? to : reopenUntil,
            from.equals(rulingAppealUntil) ? to : rulingAppealUntil,
            from.equals(silenceAppealUntil) ? to : silenceAppealUntil);
    }
}
