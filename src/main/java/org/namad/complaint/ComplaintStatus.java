package org.namad.complaint;

/** Where a complaint stands. */
public enum ComplaintStatus {
    /** Shares an invoice or payment with another person's complaint; staff look at it before its clock starts (N16). */
    SET_ASIDE,
    /** The business has until the deadline to answer (R1). */
    AWAITING_ANSWER,
    /** The deadline passed, but nothing proves that the business knows; staff reach it another way (N7). */
    UNREACHED,
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
    CLOSED_UNANSWERED,
    /** Set aside, and rejected by staff: counts for nothing (N16). */
    SCREENED_OUT;

    /** Whether nothing is left to do, unless a side reopens it or appeals. */
    public boolean isClosed() {
        return ordinal() >= SETTLED.ordinal();
    }
}
