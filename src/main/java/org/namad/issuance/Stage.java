package org.namad.issuance;

/** Where an application stands, as its applicant sees it. */
public enum Stage {
    /** The registries are asked (R15). */
    CHECKS,
    /** A finding needs a person: an officer reviews the application. */
    REVIEW,
    /** The applicant is to correct the application. */
    CORRECTION,
    /** The fee is due (R14). */
    PAYMENT,
    /** The snippet is to be placed on the site (R16). */
    PLACEMENT,
    /** The seal is issued. */
    ISSUED,
    /** This site needs no seal (R11). */
    NOT_NEEDED,
    /** Refused, on the registries' findings or by an officer. */
    REJECTED,
    /** Not corrected in time. */
    WITHDRAWN,
    /** Not paid in time. */
    LAPSED,
    /** The snippet was not placed in time. */
    NOT_PLACED;

    /** Whether the application is still under way. */
    public boolean isOpen() {
        return compareTo(ISSUED) < 0;
    }

    /** Whether time spent here is the applicant's to take, not Namad's (N13). */
    public boolean waitsForApplicant() {
        return this == CORRECTION || this == PAYMENT || this == PLACEMENT;
    }
}
