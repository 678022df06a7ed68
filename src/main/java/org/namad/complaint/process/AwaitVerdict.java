package org.namad.complaint.process;

import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/** Notes until when the consumer can accept or dispute the answer: until the model's timer fires. */
@Component("awaitVerdict")
class AwaitVerdict implements TaskListener {

    private final Complaints complaints;

    AwaitVerdict(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant due = Timers.due(task.getExecution(), ComplaintProcess.Event_VerdictDeadlinePassed);
        complaints.findById((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).orElseThrow()
            .verdictAwaitedUntil(due);
        task.setDueDate(Date.from(due));
    }
}
