package org.namad.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.modelling.NeedsTimer;
import org.springframework.stereotype.Component;

/** Notes until when an appeal is taken: until the model's timer fires. */
@Component("openAppeal")
@NeedsTimer
class OpenAppeal implements ExecutionListener {

    private final Complaints complaints;

    OpenAppeal(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.open(ComplaintAppealProcess.window(execution, complaint.windows(), Timers.due(execution)));
    }
}
