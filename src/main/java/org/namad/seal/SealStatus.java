package org.namad.seal;

/** What a seal is worth at a moment (R21, R26). */
public enum SealStatus {
    /** Prepared, its snippet known to the applicant, not yet issued. */
    PENDING,
    /** Issued and in force. */
    ACTIVE,
    /** Its term has ended without renewal. Derived from the end of the term, so that it shows at once (R21). */
    EXPIRED,
    /** Withheld until the holder has remedied what was found. */
    SUSPENDED,
    /** Taken away for good. */
    REVOKED
}
