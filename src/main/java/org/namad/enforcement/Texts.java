package org.namad.enforcement;

/** The limits of what people write in a case; columns and forms have the same. */
final class Texts {

    static final int LONGEST = 3000;

    private Texts() {
    }

    /** @throws IllegalArgumentException if {@code text} is blank or too long */
    static String required(String what, String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST) {
            throw new IllegalArgumentException(what + " must have 1 to " + LONGEST + " characters");
        }
        return text.strip();
    }
}
