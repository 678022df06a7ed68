package org.namad.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What staff see of the cases of one kind: on the page of a case, in the search for cases, as filters in Tasklist. Each
 * module with cases has one bean of this type.
 */
public interface StaffCases {

    /** The kind of case this bean answers for, see {@link CaseKey#kind()}. */
    String kind();

    /** The filters that Tasklist offers for the work on these cases, each seen by the groups that it names. */
    List<TaskFilter> filters();

    /** The names of the facts ({@link CaseFile#facts}) that the page of a case shows first, in this order. */
    List<String> factsShown();

    /** The case in a line; empty if there is none with this id. */
    Optional<CaseSummary> find(long id, Locale language);

    /** The cases about the shop at {@code domain}, the latest first. */
    List<CaseSummary> about(String domain, Locale language);

    /** The cases in which the person {@code personId} is a side, the latest first. */
    List<CaseSummary> of(long personId, Locale language);

    /** The case with this tracking number, for kinds of case that have such numbers; ten ASCII digits. */
    default Optional<CaseSummary> tracked(String number, Locale language) {
        return Optional.empty();
    }

    /** What was said and decided in the case, in the words of those who did, in the order of time. */
    default List<CaseEvent> said(long id, Locale language) {
        return List.of();
    }

    /** What a document with this purpose shows, in words. */
    default String purpose(String purpose, Locale language) {
        return purpose;
    }
}
