package org.namad.party;

/** An invitation that cannot be made, or an answer to one that cannot be taken. */
public class DelegationRefused extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** The business is its owner's in person: nobody else acts for it. */
        NOT_A_COMPANY,
        /** The owner needs no invitation. */
        OWNER,
        /** The person acts for the business already, or has an invitation that waits for an answer. */
        OPEN,
        /** The business has sent out too many invitations today. */
        TOO_MANY,
        /** The invitation is for the holder of another national ID. */
        SOMEBODY_ELSE,
        /** The invitation was answered, withdrawn, or has run out. */
        OVER
    }

    private final Reason reason;

    DelegationRefused(Reason reason) {
        super("refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
