package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Sets a complaint aside that shares an invoice or payment with another one: its clock does not start (N16). */
@Component("setComplaintAside")
class SetComplaintAside implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    SetComplaintAside(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.setAside(clock.instant());
    }
}
