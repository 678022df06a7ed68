package org.namad.complaint;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What one side said about a complaint, or what staff decided on it. Statements are added, never changed: the answer
 * to a reopened complaint stands beside the first one.
 *
 * @param kind   what sort of statement it is
 * @param side   who made it
 * @param text   in that side's words
 * @param madeAt when
 * @param writtenBy the person who wrote it for a business, for the business alone to know; null if it came by the link of
 *                  a mail, or from another side
 */
@Embeddable
public record Statement(
        @Enumerated(EnumType.STRING) Kind kind,
        @Enumerated(EnumType.STRING) Side side,
        String text,
        Instant madeAt,
        Long writtenBy) {

    /** The sorts of statements. */
    public enum Kind {
        /** What the consumer complains about. */
        DESCRIPTION,
        /** Why staff admit or reject a complaint that was set aside (N16). */
        SCREENING,
        /** The business's answer. */
        ANSWER,
        /** Why the business asks for more time. */
        EXTENSION_REQUEST,
        /** What staff decide on more time, and why. */
        EXTENSION_DECISION,
        /** How staff reached the business, or tried to (N7). */
        CONTACT,
        /** Why the consumer does not accept the answer. */
        OBJECTION,
        /** Why the consumer reopens a closed complaint. */
        REOPENING,
        /** The reasons of the ruling. */
        RULING,
        /** Why a side appeals against the ruling. */
        APPEAL,
        /** Why the business appeals against the point for its silence. */
        SILENCE_APPEAL,
        /** The reasons of the ruling on an appeal. */
        APPEAL_RULING;

        /** The purpose under which files that came with such a statement are kept, such as {@code answer}. */
        public String purpose() {
            return this == SILENCE_APPEAL ? APPEAL.purpose() : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
