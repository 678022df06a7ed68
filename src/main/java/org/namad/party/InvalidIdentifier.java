package org.namad.party;

/** An identifier whose checksum is wrong; {@link #field()} is the message key of its name. */
public class InvalidIdentifier extends IllegalArgumentException {

    private final String field;

    InvalidIdentifier(String field, String value) {
        super("not a valid " + field + ": " + value);
        this.field = field;
    }

    /** {@code nationalId} or {@code legalId}. */
    public String field() {
        return field;
    }
}
