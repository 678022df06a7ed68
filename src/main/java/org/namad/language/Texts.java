package org.namad.language;

/** Checks of the texts that people write: what is stored has no blanks around it and fits into its column. */
public final class Texts {

    private Texts() {
    }

    /** @throws IllegalArgumentException if there is no text, or one longer than {@code longest} characters */
    public static String required(String name, String text, int longest) {
        String checked = optional(name, text, longest);
        if (checked == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return checked;
    }

    /**
     * The text, or null if there is none.
     *
     * @throws IllegalArgumentException if it is longer than {@code longest} characters
     */
    public static String optional(String name, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw new IllegalArgumentException(name + " is longer than " + longest + " characters");
        }
        return text.strip();
    }
}
