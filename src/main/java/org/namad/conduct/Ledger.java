package org.namad.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of negative points (R2, N6): lines are added, never changed. At most one point stands for a complaint; one
 * that was taken back may be given again. The database keeps this too: of two lines entered at once for the same
 * complaint, one is refused.
 */
@Service
@Transactional
public class Ledger {

    private static final int LONGEST_PROOF = 1000;
    private static final int LONGEST_REASON = 2000;

    private final PointEntries entries;
    private final Proof proof;
    private final Clock clock;

    Ledger(PointEntries entries, Proof proof, Clock clock) {
        this.entries = entries;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * Enters a negative point for the complaint, unless one stands for it already. It cites the proof of notice that
     * there is at this moment.
     *
     * @return whether a line was entered
     */
    public boolean addPoint(long sealId, long complaintId, PointEntry.Ground ground, Source source) {
        Optional<PointEntry> last = entries.lastAbout(complaintId);
        if (last.filter(entry -> entry.kind() == PointEntry.Kind.POINT).isPresent()) {
            return false;
        }
        String proven = proof.of(complaintId)
            .map(text -> text.length() > LONGEST_PROOF ? text.substring(0, LONGEST_PROOF) : text).orElse(null);
        entries.saveAndFlush(PointEntry.point(sealId, complaintId, last.orElse(null), ground, proven, source,
            clock.instant()));
        return true;
    }

    /**
     * Takes the point back that stands for the complaint, if one does, by a line of its own (N6).
     *
     * @param reason why; published with the line
     * @return whether a line was entered
     * @throws IllegalArgumentException if the reason is blank or longer than 2000 characters
     */
    public boolean reverse(long complaintId, String reason, Source source) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reversal needs a reason of up to " + LONGEST_REASON + " characters");
        }
        Optional<PointEntry> standing = entries.lastAbout(complaintId)
            .filter(entry -> entry.kind() == PointEntry.Kind.POINT);
        standing.ifPresent(point ->
            entries.saveAndFlush(PointEntry.reversal(point, reason.strip(), source, clock.instant())));
        return standing.isPresent();
    }

    /** Whether a point stands for the complaint. */
    @Transactional(readOnly = true)
    public boolean stands(long complaintId) {
        return entries.lastAbout(complaintId).filter(entry -> entry.kind() == PointEntry.Kind.POINT).isPresent();
    }

    /** The seal's negative points today: all that were given less those taken back. */
    @Transactional(readOnly = true)
    public int points(long sealId) {
        return pointsSince(sealId, Instant.EPOCH);
    }

    /** The seal's negative points that were entered after {@code since} and still stand. */
    @Transactional(readOnly = true)
    public int pointsSince(long sealId, Instant since) {
        return (int) entries.standing(sealId, since);
    }

    /**
     * What the ledger says of complaints about the seal that ran out of time: by complaint, whether the last line about
     * its silence gave a point or took one back, so that the silence is excused.
     */
    @Transactional(readOnly = true)
    public Map<Long, PointEntry.Kind> silences(long sealId) {
        Map<Long, PointEntry.Kind> silences = new HashMap<>();
        entries.about(sealId).stream().filter(line -> line.ground() == PointEntry.Ground.UNANSWERED)
            .forEach(line -> silences.put(line.complaintId(), line.kind()));
        return silences;
    }

    /** Every point ever given to the seal, the latest first, with the line that took it back if one did. */
    @Transactional(readOnly = true)
    public List<Point> history(long sealId) {
        List<PointEntry> lines = entries.about(sealId);
        Map<Long, PointEntry> reversals = lines.stream().filter(line -> line.reverses() != null)
            .collect(Collectors.toMap(PointEntry::reverses, line -> line));
        return lines.stream().filter(line -> line.kind() == PointEntry.Kind.POINT)
            .map(line -> new Point(line, reversals.get(line.id())))
            .sorted(Comparator.comparing((Point point) -> point.entry().enteredAt()).reversed()).toList();
    }

    /** Every line about the seal, the oldest first. */
    @Transactional(readOnly = true)
    public List<PointEntry> entriesOf(long sealId) {
        return entries.about(sealId);
    }

    /** Every line entered from {@code start} on and before {@code end}, the oldest first. */
    @Transactional(readOnly = true)
    public List<PointEntry> entriesBetween(Instant start, Instant end) {
        return entries.between(start, end);
    }
}
