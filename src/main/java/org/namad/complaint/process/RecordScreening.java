package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Records whether staff admit a complaint that was set aside (N16); refuses what the form would not let through. */
@Component("recordScreening")
class RecordScreening implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    RecordScreening(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        String screening = Answers.oneOf(execution, ComplaintProcess.SCREENING, ComplaintProcess.ADMIT, ComplaintProcess.REJECT);
        String reasons = Answers.taken(execution, ComplaintProcess.SCREENING_REASONS);
        if (ComplaintProcess.ADMIT.equals(screening)) {
            complaint.admit(reasons, Answers.who(execution), clock.instant());
        } else {
            complaint.screenOut(reasons, clock.instant());
        }
    }
}
