package org.namad.verification;

/** What a registry says about a claim (R15). */
public enum Finding {
    /** The registry holds exactly this. */
    CONFIRMED,
    /** The registry holds something else under this number. */
    MISMATCH,
    /** The registry does not know this number. */
    UNKNOWN,
    /** The registry knows it and it stands against the applicant: died, licence withdrawn, disqualified. */
    NEGATIVE
}
