package org.namad.complaint;

import java.time.Instant;

import org.namad.conduct.PointEntry;

/**
 * What the record of a seal needs to know of one complaint.
 *
 * @param answerSeconds    the time that the business took to answer; null without an answer
 * @param leftUnansweredAt when the deadline passed without an answer, or null
 */
record Figure(long id, ComplaintStatus status, ComplaintReason reason, Instant registeredAt, Long answerSeconds,
        Instant leftUnansweredAt) {

    /** What a complaint counts as; each counts as exactly one thing. */
    enum Kind { NOTHING, OPEN, UNANSWERED, SETTLED, UPHELD, DISMISSED }

    /** @param silence what the ledger says of the business's silence; null if it says nothing */
    Kind kind(PointEntry.Kind silence) {
        boolean excused = silence == PointEntry.Kind.REVERSAL;
        return switch (status) {
            case SET_ASIDE, SCREENED_OUT -> Kind.NOTHING;
            case AWAITING_ANSWER, UNREACHED, AWAITING_VERDICT, DISPUTED -> Kind.OPEN;
            case OVERDUE -> excused ? Kind.OPEN : Kind.UNANSWERED;
            case CLOSED_UNANSWERED -> excused ? Kind.SETTLED : Kind.UNANSWERED;
            case SETTLED, CLOSED_WITHOUT_VERDICT -> Kind.SETTLED;
            case UPHELD -> Kind.UPHELD;
            case DISMISSED -> Kind.DISMISSED;
        };
    }
}
