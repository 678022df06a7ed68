package org.namad.casefile;

import java.time.Instant;

/**
 * Something that was said or decided in a case.
 *
 * @param when at what time
 * @param who  who did, as people call them
 * @param what what it was, such as <i>Answer of the shop</i>
 * @param text in that person's words; null where there are none
 */
public record CaseEvent(Instant when, String who, String what, String text) {
}
