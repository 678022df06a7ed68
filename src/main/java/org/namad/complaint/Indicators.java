package org.namad.complaint;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.namad.conduct.Supervision;

/**
 * What a seal's profile says of complaints, the two indicators of R3 first. All of it is reckoned from cases and ledger
 * each time, so it is right after every late answer, ruling, appeal and reversal. Complaints that wait for screening or
 * were screened out count for nothing.
 *
 * @param unanswered   complaints whose deadline passed and that still have no answer; an answer that comes late moves a
 *                     complaint from here to the delay, and one whose silence was excused does not count
 * @param meanDelay    mean time from registration to answer; null if no complaint was answered yet
 * @param medianDelay  the time within which half of the answers came; null if no complaint was answered yet
 * @param responseRate share of complaints answered in time, from 0 to 1, among those that were answered or ran out of
 *                     time, from {@code scoredFrom} on; null if there are none
 * @param satisfaction share of complaints whose answer the consumer accepted, from 0 to 1, among those with a verdict,
 *                     from {@code scoredFrom} on and without those found to be unfounded; null if there are none
 * @param points       negative points that stand, from {@code scoredFrom} on (R2); a late answer does not take them back
 * @param open         complaints that are not closed yet, overdue ones included
 * @param settled      complaints closed with an answer that the consumer accepted or left undisputed, or with an excused
 *                     silence
 * @param upheld       complaints ruled to be right
 * @param dismissed    complaints ruled to be unfounded
 * @param total        all complaints ever registered
 * @param reasons      how many complaints there are for each reason (R6); reasons that nobody gave are missing
 * @param perThousand  complaints of the last twelve months per 1,000 transactions (N9); null if none are declared
 * @param supervision  how closely the seal is watched (R9)
 * @param scoredFrom   the day from which answers and points count (R10)
 */
public record Indicators(int unanswered, Duration meanDelay, Duration medianDelay, Double responseRate,
        Double satisfaction, int points, int open, int settled, int upheld, int dismissed, int total,
        Map<ComplaintReason, Integer> reasons, Double perThousand, Supervision supervision, LocalDate scoredFrom) {

    /** The share of the complaints that were filed for {@code reason}, from 0 to 1 (R6). */
    public double share(ComplaintReason reason) {
        return total == 0 ? 0 : (double) reasons.getOrDefault(reason, 0) / total;
    }
}
