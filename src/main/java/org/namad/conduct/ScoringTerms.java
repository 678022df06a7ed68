package org.namad.conduct;

import java.time.LocalDate;

/**
 * On what terms businesses are scored on a day.
 *
 * @param windowDays how many days back supervision looks (R9)
 * @param scoredFrom the day in Tehran from which answers and points count (R10)
 */
public record ScoringTerms(int windowDays, LocalDate scoredFrom) {
}
