package org.namad.complaint;

/** Where a complaint stands. */
public enum ComplaintStatus {
    /** Registered; the business has until the deadline to answer (R1). */
    AWAITING_ANSWER,
    /** The deadline passed without an answer (R2); a late one is still taken. */
    OVERDUE,
    /** Answered; the consumer says whether that settles it. */
    AWAITING_VERDICT,
    /** The consumer does not accept the answer; staff will rule. */
    DISPUTED,
    /** The consumer accepted the answer. */
    SETTLED,
    /** Answered; the consumer did not say a word about the answer in time. */
    CLOSED_WITHOUT_VERDICT,
    /** Ruled to be right. */
    UPHELD,
    /** Ruled to be unfounded: counts for nothing. */
    DISMISSED,
    /** Never answered. */
    CLOSED_UNANSWERED;

    /** Whether nothing is left to do. */
    public boolean isClosed() {
        return ordinal() >= SETTLED.ordinal();
    }
}
