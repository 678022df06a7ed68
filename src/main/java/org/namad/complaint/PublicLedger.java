package org.namad.complaint;

import java.util.List;

import org.namad.conduct.Ledger;
import org.namad.conduct.Point;
import org.namad.conduct.PointEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of negative points as everyone may read it (N6): nothing in it tells who a consumer is. */
@Service
@Transactional(readOnly = true)
public class PublicLedger {

    /**
     * A negative point.
     *
     * @param entry    the line that gave it
     * @param about    the complaint that it was given for; only the holder may read its number
     * @param reversal the line that took it back; null if it stands
     * @param reason   the public version of why it was taken back; empty if it stands
     */
    public record Line(PointEntry entry, Complaint about, PointEntry reversal, List<Redaction.Piece> reason) {
    }

    private final Ledger ledger;
    private final Complaints complaints;

    PublicLedger(Ledger ledger, Complaints complaints) {
        this.ledger = ledger;
        this.complaints = complaints;
    }

    /** Every point ever given to the seal, the latest first. */
    public List<Line> of(long sealId) {
        return ledger.history(sealId).stream().map(this::line).toList();
    }

    private Line line(Point point) {
        Complaint about = complaints.findById(point.entry().complaintId()).orElseThrow();
        PointEntry reversal = point.reversal();
        return new Line(point.entry(), about, reversal,
            reversal == null ? List.of() : Redaction.of(reversal.reason(), about));
    }
}
