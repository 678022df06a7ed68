package org.namad.complaint;

/** What a complaint is about (R6). */
public enum ComplaintReason {
    /** The goods or the service never came. */
    NOT_DELIVERED,
    /** What came differs from what was ordered. */
    NOT_AS_ORDERED,
    /** Money that was due back was not returned. */
    NOT_REFUNDED,
    /** Anything else. */
    OTHER
}
