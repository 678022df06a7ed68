package org.namad.complaint;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the two sides can do about a complaint at this moment, and until when.
 *
 * @param answer           whether the business can answer, in time or late
 * @param requestExtension whether the business can ask for more time
 * @param verdictUntil     until when the consumer can accept or dispute the answer; null if that is not asked
 * @param reopenUntil      until when the consumer can reopen the complaint; null if it cannot
 * @param appealUntil      which side can appeal, and until when
 */
public record Options(boolean answer, boolean requestExtension, Instant verdictUntil, Instant reopenUntil,
        Map<Side, Instant> appealUntil) {

    public Options {
        appealUntil = Map.copyOf(appealUntil);
    }

    /** Whether the consumer can accept or dispute the answer. */
    public boolean verdict() {
        return verdictUntil != null;
    }

    /** Whether the consumer can reopen the complaint. */
    public boolean reopen() {
        return reopenUntil != null;
    }

    /** Whether {@code side} can appeal. */
    public boolean appeal(Side side) {
        return appealUntil.containsKey(side);
    }

    /** What each side can do about {@code complaint} at {@code now}. */
    public static Options of(Complaint complaint, Instant now) {
        ComplaintStatus status = complaint.status();
        boolean running = status == ComplaintStatus.AWAITING_ANSWER;
        boolean extendable = running && complaint.answerDue() != null && now.isBefore(complaint.answerDue())
            && !complaint.hasSaid(Statement.Kind.EXTENSION_REQUEST, Side.BUSINESS);
        boolean reopenable = complaint.reopenedAt() == null && isAhead(complaint.windows().reopenUntil(), now)
            && (status == ComplaintStatus.SETTLED || status == ComplaintStatus.CLOSED_WITHOUT_VERDICT);
        return new Options(running || status == ComplaintStatus.UNREACHED || status == ComplaintStatus.OVERDUE,
            extendable, status == ComplaintStatus.AWAITING_VERDICT ? complaint.verdictDue() : null,
            reopenable ? complaint.windows().reopenUntil() : null, appeals(complaint, now));
    }

    /** The same as long as no timer has fired: at the very limit the model's timer decides, not the clock on the wall. */
    public static Options beforeTimers(Complaint complaint) {
        return of(complaint, Instant.MIN);
    }

    private static Map<Side, Instant> appeals(Complaint complaint, Instant now) {
        Windows windows = complaint.windows();
        Map<Side, Instant> appeals = new EnumMap<>(Side.class);
        for (Side side : List.of(Side.BUSINESS, Side.CONSUMER)) {
            if (isAhead(windows.rulingAppealUntil(), now) && !complaint.hasSaid(Statement.Kind.APPEAL, side)) {
                appeals.put(side, windows.rulingAppealUntil());
            } else if (side == Side.BUSINESS && isAhead(windows.silenceAppealUntil(), now)) {
                appeals.put(side, windows.silenceAppealUntil());
            }
        }
        return appeals;
    }

    private static boolean isAhead(Instant until, Instant now) {
        return until != null && !now.isAfter(until);
    }
}
