package org.namad.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Finds out whether another person complains about the same invoice or payment (N16). */
@Component("compareComplaints")
class CompareComplaints implements JavaDelegate {

    private final Complaints complaints;

    CompareComplaints(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        execution.setVariable(ComplaintProcess.SHARED, !complaints.sharing(complaint).isEmpty());
    }
}
