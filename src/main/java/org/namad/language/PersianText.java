package org.namad.language;

import com.ibm.icu.lang.UCharacter;

/** Folding of Persian text as it is typed: digits, letters that look alike, half-spaces (N15). */
public final class PersianText {

    private PersianText() {
    }

    /** {@code text} with every decimal digit (۰-۹, ٠-٩ and others) as ASCII; null becomes the empty string. */
    public static String digits(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> folded.appendCodePoint(
            UCharacter.isDigit(c) ? '0' + UCharacter.digit(c) : c));
        return folded.toString();
    }

    /**
     * The form under which {@code text} is compared and searched: ASCII digits, Persian ی and ک for the Arabic letters,
     * no half-spaces, marks or doubled blanks, lower case.
     */
    public static String fold(String text) {
        return digits(text)
            .replace('ي', 'ی').replace('ى', 'ی').replace('ك', 'ک').replace('ة', 'ه').replace('ۀ', 'ه')
            .replaceAll("[\\u200c\\u200d\\u200e\\u200f\\u0640]", "")
            .replaceAll("[\\u064b-\\u065f\\u0670]", "")
            .replaceAll("\\s+", " ")
            .strip()
            .toLowerCase(java.util.Locale.ROOT);
    }
}
