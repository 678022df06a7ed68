package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.springframework.stereotype.Component;

/** Records what staff decide on more time for the answer, and why. */
@Component("recordExtension")
class RecordExtension implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    RecordExtension(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        Answers.oneOf(execution, ComplaintProcess.EXTENSION_DECISION, ComplaintProcess.GRANT, ComplaintProcess.REFUSE);
        complaint.say(Statement.Kind.EXTENSION_DECISION, Side.STAFF,
            Answers.taken(execution, ComplaintProcess.EXTENSION_REASONS), clock.instant());
        execution.setVariable(ComplaintProcess.DECIDED_BY, Answers.who(execution));
    }
}
