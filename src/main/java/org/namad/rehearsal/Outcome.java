package org.namad.rehearsal;

import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param live    the courses of the stories with what is live
 * @param draft   the same with the draft on top
 * @param seconds how long it took
 */
public record Outcome(List<Course> live, List<Course> draft, long seconds) {
}
