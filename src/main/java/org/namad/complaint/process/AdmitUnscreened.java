package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Admits a complaint that was set aside and that nobody has screened in time (N16). */
@Component("admitUnscreened")
class AdmitUnscreened implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    AdmitUnscreened(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.admit(null, null, clock.instant());
    }
}
