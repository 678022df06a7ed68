package org.namad.casefile;

import java.util.Locale;
import java.util.Map;

/**
 * What the cases of one kind tell the people who work on them. Each module with cases has one bean of this type; forms
 * in Tasklist and mail templates take what they show from it, so that a process owner can use any fact by its name.
 */
public interface CaseFile {

    /** The kind of case this bean answers for, see {@link CaseKey#kind()}. */
    String kind();

    /**
     * The case's facts by name, written for a reader of {@code language}: text, dates in the reader's calendar,
     * absolute links. The names are the same in every language.
     */
    Map<String, String> facts(long id, Locale language);

    /**
     * Who plays {@code role} in the case: {@code business}, {@code complainant} or another role of this kind of case.
     *
     * @throws IllegalArgumentException if this kind of case has no such role
     */
    Recipient recipient(long id, String role);
}
