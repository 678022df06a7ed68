package org.namad.casefile;

/**
 * Names one case across modules, mails and process instances; its text, for example {@code complaint-17}, is the
 * business key of the case's process instance.
 *
 * @param kind the kind of case, such as {@code application}, {@code complaint}, {@code enforcement}, {@code renewal}
 * @param id   the id of the aggregate that holds the case's facts
 */
public record CaseKey(String kind, long id) {

    /** @throws IllegalArgumentException if {@code text} is not a kind, a hyphen and a number */
    public static CaseKey of(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("not a case key: " + text);
        }
        int hyphen = text.lastIndexOf('-');
        return new CaseKey(text.substring(0, hyphen), Long.parseLong(text.substring(hyphen + 1)));
    }

    /** Whether {@code text} is a kind, a hyphen and a number. */
    public static boolean isOne(String text) {
        return text != null && text.matches(".+-\\d{1,18}");
    }

    @Override
    public String toString() {
        return kind + "-" + id;
    }
}
