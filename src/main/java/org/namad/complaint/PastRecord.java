package org.namad.complaint;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.namad.conduct.PointEntry;

/**
 * The record of complaints about a seal as it was at any moment of the past, from when each complaint came in, was left
 * unanswered, answered and ruled on, and from the ledger (N6, N8). Of a complaint that was reopened, its last round counts.
 */
public final class PastRecord {

    /**
     * The course of a complaint that counts.
     *
     * @param admittedAt when staff admitted it after it was set aside; null if it counted from the first moment
     */
    public record Course(long sealId, long id, ComplaintStatus status, Instant registeredAt, Instant admittedAt,
            Instant leftUnansweredAt, Instant answeredAt, Instant closedAt) {

        private Instant countedFrom() {
            return admittedAt == null ? registeredAt : admittedAt;
        }

        private boolean isRuledOn() {
            return status == ComplaintStatus.UPHELD || status == ComplaintStatus.DISMISSED;
        }
    }

    /** What counted at a moment, as {@link Standing} has it for today. */
    public record Counts(int complaints, int points, int unanswered) {
    }

    private final long sealId;
    private final List<Course> complaints;
    private final List<PointEntry> lines;

    /** @param lines of the ledger about the seal, the oldest first */
    PastRecord(long sealId, List<Course> complaints, List<PointEntry> lines) {
        this.sealId = sealId;
        this.complaints = complaints;
        this.lines = lines;
    }

    public long sealId() {
        return sealId;
    }

    /** The moments at which the record became worse or was looked at: a complaint came in, a point was given, a ruling. */
    public SortedSet<Instant> turns() {
        SortedSet<Instant> turns = new TreeSet<>();
        complaints.forEach(complaint -> {
            turns.add(complaint.countedFrom());
            if (complaint.isRuledOn() && complaint.closedAt() != null) {
                turns.add(complaint.closedAt());
            }
        });
        lines.stream().filter(line -> line.kind() == PointEntry.Kind.POINT).map(PointEntry::enteredAt).forEach(turns::add);
        return turns;
    }

    /** What was known at {@code moment} of the complaints registered, and the points entered, after {@code since}. */
    public Counts at(Instant moment, Instant since) {
        Map<Long, PointEntry> silences = last(moment, line -> line.ground() == PointEntry.Ground.UNANSWERED);
        int counted = 0;
        int unanswered = 0;
        for (Course complaint : complaints) {
            if (complaint.registeredAt().isAfter(since) && !complaint.countedFrom().isAfter(moment)) {
                counted += isDismissed(complaint, moment) ? 0 : 1;
                unanswered += isUnanswered(complaint, moment) && !isTakenBack(silences.get(complaint.id())) ? 1 : 0;
            }
        }
        int points = (int) last(moment, line -> true).values().stream()
            .filter(line -> line.kind() == PointEntry.Kind.POINT && line.enteredAt().isAfter(since)).count();
        return new Counts(counted, points, unanswered);
    }

    /** The last line about each complaint up to a moment: a point stands until the next line takes it back. */
    private Map<Long, PointEntry> last(Instant moment, Predicate<PointEntry> which) {
        Map<Long, PointEntry> last = new HashMap<>();
        lines.stream().filter(line -> !line.enteredAt().isAfter(moment)).filter(which)
            .forEach(line -> last.put(line.complaintId(), line));
        return last;
    }

    private static boolean isTakenBack(PointEntry last) {
        return last != null && last.kind() == PointEntry.Kind.REVERSAL;
    }

    private static boolean isUnanswered(Course complaint, Instant moment) {
        return complaint.leftUnansweredAt() != null && !complaint.leftUnansweredAt().isAfter(moment)
            && (complaint.answeredAt() == null || complaint.answeredAt().isAfter(moment));
    }

    /** By the ruling, or later on appeal, which takes the point for it back. */
    private boolean isDismissed(Course complaint, Instant moment) {
        if (complaint.status() != ComplaintStatus.DISMISSED) {
            return false;
        }
        Instant since = lines.stream().filter(line -> line.complaintId() == complaint.id()
                && line.ground() == PointEntry.Ground.UPHELD && line.kind() == PointEntry.Kind.REVERSAL)
            .map(PointEntry::enteredAt).reduce((earlier, later) -> later).orElse(complaint.closedAt());
        return since != null && !since.isAfter(moment);
    }
}
