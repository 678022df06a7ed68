package org.namad.complaint.process;

import java.time.Clock;

import org.namad.complaint.ClockStep;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.conduct.Source;
import org.namad.outage.DeadlineMoved;
import org.namad.outage.OutageLogged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows outages of the platform: deadlines of complaints move with their timers, points for lost time fall (N7). */
@Component
class OutageWatch {

    private static final String LOGGED = "outage";

    private final Complaints complaints;
    private final Ledger ledger;
    private final Clock clock;

    OutageWatch(Complaints complaints, Ledger ledger, Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A timer was moved by the time that it lost: so is what people are told of it. */
    @EventListener
    @Transactional
    public void moved(DeadlineMoved move) {
        if (move.key().kind().equals(Complaint.KIND)) {
            complaints.findById(move.key().id()).ifPresent(complaint -> follow(complaint, move));
        }
    }

    /** Process owners may have drawn a timer under any id: it is known by the instant at which it was due. */
    private void follow(Complaint complaint, DeadlineMoved move) {
        complaint.open(complaint.windows().moved(move.from(), move.to()));
        if (complaint.status() == ComplaintStatus.AWAITING_ANSWER && move.from().equals(complaint.answerDue())) {
            complaint.moveDeadline(ClockStep.Kind.OUTAGE, move.to(), LOGGED + " " + move.outageId(), null, null,
                clock.instant());
        } else if (complaint.status() == ComplaintStatus.AWAITING_VERDICT && move.from().equals(complaint.verdictDue())) {
            complaint.verdictAwaitedUntil(move.to());
        }
    }

    /** A deadline ran out while the platform was gone: the silence is excused, and its point taken back. */
    @EventListener
    @Transactional
    public void logged(OutageLogged outage) {
        for (Complaint complaint : complaints.ranOut(outage.from(), outage.until())) {
            Source source = Source.of(LOGGED + " " + outage.outageId());
            complaint.excuseSilence(clock.instant());
            if (ledger.reverse(complaint.id(), outage.reason(), source)
                    && complaint.status() == ComplaintStatus.UPHELD) {
                ledger.addPoint(complaint.seal().id(), complaint.id(), PointEntry.Ground.UPHELD, source);
            }
        }
    }
}
