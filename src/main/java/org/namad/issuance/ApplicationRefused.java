package org.namad.issuance;

/** An application that is not taken; {@link #messageKey()} names the text for the applicant. */
public class ApplicationRefused extends RuntimeException {

    /** Why an application is not taken. */
    public enum Reason {
        /** An application for this domain is open. */
        DOMAIN_OPEN("issuance.refused.domainOpen", "domain"),
        /** The domain has a seal, or had one. */
        DOMAIN_SEALED("issuance.refused.domainSealed", "domain"),
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

    ApplicationRefused(Reason reason) {
        super("The application is refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The key of the text that tells the applicant why. */
    public String messageKey() {
        return reason.messageKey;
    }

    /** The field of the form that it is about, or null. */
    public String field() {
        return reason.field;
    }
}
