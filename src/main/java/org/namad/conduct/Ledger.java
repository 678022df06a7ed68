package org.namad.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of negative points (R2): lines are added, never changed, and a complaint costs one point at most. */
@Service
@Transactional
public class Ledger {

    private final PointEntries entries;
    private final Clock clock;

    Ledger(PointEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Enters a negative point for the complaint, unless it has cost the seal its point already. */
    public void addPoint(long sealId, long complaintId, PointEntry.Ground ground) {
        if (!entries.existsByComplaintIdAndKind(complaintId, PointEntry.Kind.POINT)) {
            entries.save(new PointEntry(sealId, complaintId, PointEntry.Kind.POINT, ground, clock.instant()));
        }
    }

    /** The seal's negative points today: all that were given less those taken back. */
    @Transactional(readOnly = true)
    public int points(long sealId) {
        return pointsSince(sealId, Instant.EPOCH);
    }

    /** The seal's negative points entered after {@code since}. */
    @Transactional(readOnly = true)
    public int pointsSince(long sealId, Instant since) {
        return (int) entries.balance(sealId, since);
    }

    /** Every line about the seal, the oldest first. */
    @Transactional(readOnly = true)
    public List<PointEntry> entriesOf(long sealId) {
        return entries.findBySealIdOrderById(sealId);
    }

    /** Every line entered from {@code start} on and before {@code end}, the oldest first. */
    @Transactional(readOnly = true)
    public List<PointEntry> entriesBetween(Instant start, Instant end) {
        return entries.between(start, end);
    }
}
