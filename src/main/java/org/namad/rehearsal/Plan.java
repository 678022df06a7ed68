package org.namad.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the process of a rehearsal is told.
 *
 * @param stories  the cases to run through
 * @param start    when they begin, by the clock of the rehearsal
 * @param language the language of the models and mails, {@code fa} or {@code en}
 * @param groups   the staff groups there are
 */
public record Plan(List<Story> stories, Instant start, String language, Set<String> groups) {
}
