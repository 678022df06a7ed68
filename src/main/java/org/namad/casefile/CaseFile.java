package org.namad.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /** Those who get a copy of what is mailed to {@code role}, since they may act for it; nobody unless a kind says so. */
    default List<Recipient.Copy> copies(long id, String role) {
        return List.of();
    }

    /**
     * A file that goes with a mail about the case, made for a reader of {@code language}; a model asks for it by its
     * name, such as {@code deadline.ics}. Empty if the case has no such file now.
     */
    default Optional<Attachment> attachment(long id, String name, Locale language) {
        return Optional.empty();
    }

    /** The path of the case's page for the person with this number; empty if they have none. */
    default Optional<String> page(long id, long personId) {
        return Optional.empty();
    }

    /** The roles that are told when a deadline of the case is moved; nobody unless the kind of case says otherwise. */
    default List<String> parties() {
        return List.of();
    }
}
