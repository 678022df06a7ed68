package org.namad.party;

import java.util.Locale;

/** A one-time code that was not taken. */
public class CodeRefused extends RuntimeException {

    /** Why the code was not taken. */
    public enum Reason {
        /** Not the code that was mailed; there may be tries left. */
        WRONG,
        /** Expired, used before, or tried too often: a new code is needed. */
        OVER
    }

    private final Reason reason;

    CodeRefused(Reason reason) {
        super("the one-time code is " + reason.name().toLowerCase(Locale.ROOT));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
