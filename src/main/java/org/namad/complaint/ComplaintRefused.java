package org.namad.complaint;

/** A complaint was not registered. */
public class ComplaintRefused extends RuntimeException {

    /** Why a complaint is not registered. */
    public enum Cause {
        /** No seal was ever issued for the website. */
        UNKNOWN_SITE,
        /** The person filed a complaint about the website earlier on the same day (R4). */
        SECOND_OF_THE_DAY
    }

    private final Cause reason;

    public ComplaintRefused(Cause reason) {
        super("complaint refused: " + reason);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
