package org.namad.issuance;

import java.time.Instant;

/** An application that is not taken; {@link #messageKey()} names the text for the applicant. */
public class ApplicationRefused extends RuntimeException {

    /** Why an application is not taken. */
    public enum Reason {
        /** An application for this domain is open. */
        DOMAIN_OPEN("issuance.refused.domainOpen", "domain"),
        /** The domain has a seal, or had one that cannot be applied for anew. */
        DOMAIN_SEALED("issuance.refused.domainSealed", "domain"),
        /** A seal is about to move to the domain. */
        DOMAIN_CLAIMED("issuance.refused.domainClaimed", "domain"),
        /** The domain's expired seal may not be had anew before {@link #until()} (R20). */
        DOMAIN_BLOCKED("issuance.refused.domainBlocked", "domain"),
        /** Somebody else represents this company. */
        OTHER_REPRESENTATIVE("issuance.refused.otherRepresentative", "legalId"),
        /** A document is missing (R12). */
        DOCUMENT_MISSING("issuance.refused.documentMissing", "documents"),
        /** The application does not wait for a correction (any more). */
        NOT_AWAITED("issuance.refused.notAwaited", null);

        private final String messageKey;
        private final String field;

        Reason(String messageKey, String field) {
            this.messageKey = messageKey;
            this.field = field;
        }
    }

    private final Reason reason;
    private final Instant until;

    ApplicationRefused(Reason reason) {
        this(reason, null);
    }

    ApplicationRefused(Reason reason, Instant until) {
        super("The application is refused: " + reason);
        this.reason = reason;
        this.until = until;
    }

    public Reason reason() {
        return reason;
    }

    /** From when on the application would be taken; null if that is not known. */
    public Instant until() {
        return until;
    }

    /** The key of the text that tells the applicant why; its argument is the day of {@link #until()}. */
    public String messageKey() {
        return reason.messageKey;
    }

    /** The field of the form that it is about, or null. */
    public String field() {
        return reason.field;
    }
}
