package org.namad.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Notes that no appeal is taken any more: one was lodged, or the time is over. */
@Component("closeAppeal")
class CloseAppeal implements ExecutionListener {

    private final Complaints complaints;

    CloseAppeal(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.open(ComplaintAppealProcess.window(execution, complaint.windows(), null));
    }
}
