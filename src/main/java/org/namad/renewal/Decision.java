package org.namad.renewal;

/** What the record of complaints means for a renewal (R20). */
public enum Decision {
    /** Nothing stands against it (R19). */
    AUTOMATIC,
    /** A person looks at it. */
    REVIEW,
    /** A complaint stands against it. */
    BLOCKED
}
