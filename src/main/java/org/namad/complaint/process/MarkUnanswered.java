package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Notes that the deadline passed without an answer (R2). */
@Component("markUnanswered")
class MarkUnanswered implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    MarkUnanswered(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.leaveUnanswered(clock.instant());
    }
}
