package org.namad.document;

/** An upload that is not kept; {@link #messageKey()} names the text for the person who sent it. */
public class DocumentRefused extends RuntimeException {

    /** Why an upload is refused. */
    public enum Reason {
        /** The file has no content. */
        EMPTY("document.refused.empty"),
        /** The file is larger than {@link Documents#MAX_BYTES}. */
        TOO_LARGE("document.refused.tooLarge"),
        /** The content is neither a PNG, JPEG or WebP image nor a PDF, whatever the file's name says. */
        WRONG_TYPE("document.refused.wrongType"),
        /** The form has {@link Drafts#MAX_FILES} files already. */
        TOO_MANY("document.refused.tooMany");

        private final String messageKey;

        Reason(String messageKey) {
            this.messageKey = messageKey;
        }
    }

    private final Reason reason;

    DocumentRefused(Reason reason) {
        super("The document is refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return reason.messageKey;
    }
}
