package org.namad.complaint;

import java.time.Instant;

/**
 * What the complaints registered within a window say about a seal, for supervision (R7, R8) and renewal (R20). Each
 * complaint counts in exactly one of {@code unanswered}, {@code open}, {@code settled}, {@code upheld} and
 * {@code dismissed}.
 *
 * @param complaints   all but the dismissed ones
 * @param points       negative points entered within the window
 * @param unanswered   past the deadline and without an answer to this day, unless the silence was excused
 * @param open         waiting for an answer in time, a verdict or a ruling
 * @param settled      answered, and the answer accepted or left undisputed; or closed with an excused silence
 * @param upheld       ruled to be right
 * @param dismissed    ruled to be unfounded
 * @param lastBlocking when the latest complaint that is upheld or unanswered was registered; null if there is none
 * @param last         when the latest complaint of all was registered; null if there is none
 */
public record Standing(int complaints, int points, int unanswered, int open, int settled, int upheld, int dismissed,
        Instant lastBlocking, Instant last) {
}
