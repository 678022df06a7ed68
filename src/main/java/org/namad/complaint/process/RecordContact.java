package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.Notice;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.springframework.stereotype.Component;

/** Records whether and how staff reached the business whose notice had failed (N7). */
@Component("recordContact")
class RecordContact implements JavaDelegate {

    private final Complaints complaints;
    private final Clock clock;

    RecordContact(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        String contact = Answers.oneOf(execution, ComplaintProcess.CONTACT, ComplaintProcess.REACHED,
            ComplaintProcess.UNREACHABLE);
        String how = Answers.taken(execution, ComplaintProcess.CONTACT_NOTE);
        complaint.say(Statement.Kind.CONTACT, Side.STAFF, how, clock.instant());
        if (ComplaintProcess.REACHED.equals(contact)) {
            complaint.reached(Notice.By.STAFF, how, Answers.who(execution), clock.instant());
        }
    }
}
