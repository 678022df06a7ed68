package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Records what staff ruled on a disputed complaint, and why; refuses a ruling that the form would not let through. */
@Component("recordRuling")
class RecordRuling implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    RecordRuling(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        String ruling = Answers.oneOf(execution, ComplaintProcess.RULING, ComplaintProcess.UPHELD,
            ComplaintProcess.DISMISSED);
        complaint.rule(ComplaintProcess.UPHELD.equals(ruling),
            Answers.taken(execution, ComplaintProcess.RULING_REASONS), clock.instant());
    }
}
