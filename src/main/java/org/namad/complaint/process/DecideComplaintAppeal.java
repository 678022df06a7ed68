package org.namad.complaint.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.springframework.stereotype.Component;

/**
 * Records what staff decide on an appeal, and works out what follows for the ledger (N6): a point falls with the ground
 * it was given for, and a complaint that costs a point on another ground as well keeps costing one.
 */
@Component("decideComplaintAppeal")
class DecideComplaintAppeal implements JavaDelegate {

    private final Complaints complaints;
    private final Ledger ledger;
    private final Clock clock;

    DecideComplaintAppeal(Complaints complaints, Ledger ledger, Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        Instant now = clock.instant();
        boolean changed = ComplaintAppealProcess.CHANGE.equals(Answers.oneOf(execution,
            ComplaintAppealProcess.APPEAL_RULING, ComplaintAppealProcess.CONFIRM, ComplaintAppealProcess.CHANGE));
        String reasons = Answers.text(execution, ComplaintAppealProcess.APPEAL_REASONS);
        complaint.say(Statement.Kind.APPEAL_RULING, Side.STAFF, reasons, now);
        boolean againstRuling = ComplaintAppealProcess.AGAINST_RULING.equals(
            execution.getVariable(ComplaintAppealProcess.APPEAL_SUBJECT));
        String point = ComplaintAppealProcess.KEEP;
        boolean appealable = false;
        if (changed && againstRuling) {
            complaint.overrule(reasons);
            boolean upheld = complaint.status() == ComplaintStatus.UPHELD;
            execution.setVariable(ComplaintProcess.RULING, upheld ? ComplaintProcess.UPHELD : ComplaintProcess.DISMISSED);
            point = upheld ? ComplaintAppealProcess.ADD : reverseIf(complaint, PointEntry.Ground.UPHELD);
            Side other = Side.valueOf((String) execution.getVariable(ComplaintAppealProcess.APPELLANT)).other();
            appealable = !complaint.hasSaid(Statement.Kind.APPEAL, other);
        } else if (changed) {
            complaint.excuseSilence(now);
            point = reverseIf(complaint, PointEntry.Ground.UNANSWERED);
        }
        execution.setVariable(ComplaintAppealProcess.POINT, point);
        execution.setVariable(ComplaintAppealProcess.DUE_FOR_RULING,
            !againstRuling && complaint.status() == ComplaintStatus.UPHELD);
        execution.setVariable(ComplaintAppealProcess.APPEALABLE, appealable);
    }

    private String reverseIf(Complaint complaint, PointEntry.Ground ground) {
        Optional<PointEntry> last = ledger.entriesOf(complaint.seal().id()).stream()
            .filter(entry -> entry.complaintId() == complaint.id()).reduce((earlier, later) -> later);
        return last.filter(entry -> entry.kind() == PointEntry.Kind.POINT && entry.ground() == ground).isPresent()
            ? ComplaintAppealProcess.REVERSE : ComplaintAppealProcess.KEEP;
    }
}
