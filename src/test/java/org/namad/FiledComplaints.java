package org.namad;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.conduct.Source;
import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints in a given state, each of another consumer, for tests that look at the record and not at the process. */
@Component
@Transactional
public class FiledComplaints {

    private static final AtomicLong TRACKING = new AtomicLong(5_000_000_000L);

    private final Complaints complaints;
    private final Seals seals;
    private final Ledger ledger;
    private final TestData data;
    private final Clock clock;

    FiledComplaints(Complaints complaints, Seals seals, Ledger ledger, TestData data, Clock clock) {
        this.complaints = complaints;
        this.seals = seals;
        this.ledger = ledger;
        this.data = data;
        this.clock = clock;
    }

    /** {@code count} complaints that wait for an answer. */
    public void open(Seal seal, int count) {
        for (int i = 0; i < count; i++) {
            file(seal, clock.instant());
        }
    }

    /** {@code count} complaints that were left unanswered, each with its negative point. */
    public void unanswered(Seal seal, int count) {
        for (int i = 0; i < count; i++) {
            unanswered(seal, clock.instant());
        }
    }

    /** A complaint of {@code registered} that was left unanswered, with its negative point. */
    public void unanswered(Seal seal, Instant registered) {
        Complaint complaint = file(seal, registered);
        complaint.leaveUnanswered(registered);
        ledger.addPoint(seal.id(), complaint.id(), PointEntry.Ground.UNANSWERED,
            Source.of("test"));
    }

    /** A complaint that was settled with the consumer. */
    public void settled(Seal seal) {
        Complaint complaint = file(seal, clock.instant());
        complaint.answer("فرستاده شد", null, clock.instant());
        complaint.accept(clock.instant());
    }

    /** A complaint that staff did not take up. */
    public void screenedOut(Seal seal) {
        Complaint complaint = file(seal, clock.instant());
        complaint.setAside(clock.instant());
        complaint.screenOut("تکراری است", clock.instant());
    }

    /** A complaint that was ruled to be right, or to be unfounded. */
    public void ruled(Seal seal, boolean upheld) {
        Complaint complaint = file(seal, clock.instant());
        complaint.answer("فرستاده شد", null, clock.instant());
        complaint.dispute("نرسیده است", clock.instant());
        complaint.rule(upheld, "مدارک کافی است", clock.instant());
    }

    private Complaint file(Seal seal, Instant registered) {
        String tracking = String.valueOf(TRACKING.getAndIncrement());
        return complaints.saveAndFlush(new Complaint(tracking,
            seals.findById(seal.id()).orElseThrow(), data.person(),
            new NewComplaint(1, seal.domain(), "F-" + tracking, null, ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null),
            registered));
    }
}
