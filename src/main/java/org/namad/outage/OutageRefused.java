package org.namad.outage;

/** An outage that cannot be logged as stated. */
public class OutageRefused extends RuntimeException {

    /** Why it cannot. */
    public enum Cause {
        /** Its end does not lie after its beginning. */
        ENDS_BEFORE_IT_BEGINS,
        /** It is not over: how much time was lost is not known before. */
        NOT_OVER,
        /** So long that somebody must have mistyped. */
        TOO_LONG,
        /** All of it stands in the log. */
        KNOWN
    }

    private final Cause reason;

    OutageRefused(Cause reason) {
        super("the outage was refused: " + reason);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
