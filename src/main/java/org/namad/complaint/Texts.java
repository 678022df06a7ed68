package org.namad.complaint;

/** Checks of the texts that people write about a complaint. */
final class Texts {

    private Texts() {
    }

    static String required(String name, String text, int longest) {
        String checked = optional(name, text, longest);
        if (checked == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return checked;
    }

    static String optional(String name, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw new IllegalArgumentException(name + " is longer than " + longest + " characters");
        }
        return text.strip();
    }
}
