package org.namad.complaint.web;

/** What somebody wrote in the one text field of a form, with the error message of that field if there is one. */
record Words(String text, String error) {

    static final Words NONE = new Words("", null);

    /** Checks {@code typed}; {@code missing} is the message key if there is nothing. */
    static Words of(String typed, int longest, String missing) {
        String text = typed == null ? "" : typed;
        if (text.isBlank()) {
            return new Words(text, missing);
        }
        return new Words(text, text.strip().length() > longest ? "complaint.error.tooLong." + longest : null);
    }

    boolean areWrong() {
        return error != null;
    }
}
