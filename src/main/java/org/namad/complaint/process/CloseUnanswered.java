package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Closes a complaint that was never answered. */
@Component("closeUnanswered")
class CloseUnanswered implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    CloseUnanswered(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.closeUnanswered(clock.instant());
    }
}
