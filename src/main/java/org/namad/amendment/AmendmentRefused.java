package org.namad.amendment;

/** A change of registered data was not taken, or what its holder wants of it cannot be done any more. */
public class AmendmentRefused extends RuntimeException {

    /** Why; each has the message {@code amendment.refused.<reason>}. */
    public enum Reason {
        /** It is registered so already. */
        UNCHANGED,
        /** A change of the same is under way. */
        OPEN_ALREADY,
        /** The site has a seal, or somebody is about to get one for it. */
        DOMAIN_TAKEN,
        /** The seal was never issued or was taken away; or it is to move, but is not in force. */
        NOT_IN_FORCE,
        /** It was decided on, or withdrawn, meanwhile. */
        OVER
    }

    private final Reason reason;

    public AmendmentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The key of the message that tells the holder. */
    public String messageKey() {
        return "amendment.refused." + reason;
    }
}
