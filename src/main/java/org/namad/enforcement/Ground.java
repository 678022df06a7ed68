package org.namad.enforcement;

/** Why a seal may be suspended or taken away (R25, and R7 and R8 for the levels of complaints). */
public enum Ground {
    /** The site does not show what it sells. */
    PRODUCTS_NOT_SHOWN,
    /** Products that may not be sold, or not with this licence. */
    UNAUTHORISED_PRODUCTS,
    /** The seal was moved to, or used for, a site without one. */
    SEAL_ON_OTHER_SITE,
    /** The police have disqualified the holder. */
    DISQUALIFIED_BY_POLICE,
    /** Goods differ from what was offered. */
    GOODS_DIFFER,
    /** Complaints have passed the level at which correspondence starts (R7). */
    TOO_MANY_COMPLAINTS,
    /** Complaints or points have passed the level at which the seal is taken away (R8). */
    WITHDRAWAL_LEVEL,
    /** Answers to complaints were left out. */
    ANSWERS_LEFT_OUT;

    /** The rule that makes it a ground. */
    public String rule() {
        return switch (this) {
            case TOO_MANY_COMPLAINTS -> "R7";
            case WITHDRAWAL_LEVEL -> "R8";
            default -> "R25";
        };
    }

    /** Whether it follows from the count of complaints, so that nobody can state it by hand (R7, R8). */
    public boolean isComputed() {
        return this == TOO_MANY_COMPLAINTS || this == WITHDRAWAL_LEVEL;
    }
}
