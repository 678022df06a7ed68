package org.namad.complaint;

import java.time.Duration;

/**
 * What a seal's profile says of complaints, the two indicators of R3 first.
 *
 * @param unanswered complaints whose deadline passed and that still have no answer; an answer that comes late moves a
 *                   complaint from here to the delay
 * @param meanDelay  mean time from registration to answer; null if no complaint was answered yet
 * @param points     negative points (R2); a late answer does not take them back
 * @param open       complaints that are not closed yet, overdue ones included
 * @param settled    complaints closed with an answer that the consumer accepted or left undisputed
 * @param upheld     complaints ruled to be right
 * @param dismissed  complaints ruled to be unfounded
 * @param total      all complaints ever registered
 */
public record Indicators(int unanswered, Duration meanDelay, int points, int open, int settled, int upheld,
        int dismissed, int total) {
}
