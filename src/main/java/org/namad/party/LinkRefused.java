package org.namad.party;

/** A signed link that does not let its reader in, see {@link SignedLinks#require}. */
public class LinkRefused extends RuntimeException {

    /** What is wrong with the link. */
    public enum Reason { EXPIRED, ALTERED }

    private final Reason reason;

    LinkRefused(Reason reason) {
        super("the link is " + reason.name().toLowerCase(java.util.Locale.ROOT));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
