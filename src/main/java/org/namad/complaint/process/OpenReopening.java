package org.namad.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.modelling.NeedsTimer;
import org.springframework.stereotype.Component;

/** Notes until when the consumer can reopen a closed complaint: until the model's timer fires. */
@Component("openReopening")
@NeedsTimer
class OpenReopening implements ExecutionListener {

    private final Complaints complaints;

    OpenReopening(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        complaint.open(complaint.windows().reopen(Timers.due(execution)));
    }
}
