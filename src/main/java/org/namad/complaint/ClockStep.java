package org.namad.complaint;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One step of the arithmetic of an answer deadline (N5). Steps are added, never changed.
 *
 * @param kind     what happened to the clock
 * @param takenAt  when
 * @param duration by how much the deadline lies later, ISO 8601 as in the model, such as {@code PT96H}; null if the step
 *                 adds no time
 * @param due      the deadline after this step; null while no clock runs
 * @param source   what the step rests on: the model and its version, such as {@code complaint 3}, or the outage; null if
 *                 nothing but a person's decision
 * @param who      the staff member who decided it, or null
 * @param reason   why, or null
 */
@Embeddable
public record ClockStep(
        @Enumerated(EnumType.STRING) Kind kind,
        Instant takenAt,
        String duration,
        Instant due,
        String source,
        String who,
        String reason) {

    /** What can happen to the clock. */
    public enum Kind {
        /** Set aside with complaints that share an invoice or payment: no clock runs (N16). */
        SET_ASIDE,
        /** Admitted by staff, or because nobody decided in time; a start follows. */
        ADMITTED,
        /** The clock starts: from here on the business has the model's time. */
        START,
        /** The notice was refused or came back: it is not proven that the business knows (N7). */
        NOTICE_REFUSED,
        /** The time was over without proof of notice: the clock stands still while staff reach the business (N7). */
        NOT_PROVEN,
        /** Somebody reached the business, or it opened the complaint itself; a new start follows (N7). */
        REACHED,
        /** Staff granted more time. */
        EXTENSION,
        /** The platform was out of order: the lost time is added. */
        OUTAGE,
        /** The consumer reopened the complaint; a new start follows. */
        REOPENED
    }
}
