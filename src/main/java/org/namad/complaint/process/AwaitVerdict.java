package org.namad.complaint.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.complaint.Complaints;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Notes until when the consumer can accept or dispute the answer: until the model's timer fires. A task of another
 * sort on the same page, without that timer, is no business of its.
 */
@Component("awaitVerdict")
@WithForm(value = "page:/complaints/{id}", event = TaskListener.EVENTNAME_CREATE)
class AwaitVerdict implements TaskListener {

    private final Complaints complaints;

    AwaitVerdict(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateTask task) {
        Timers.find(task.getExecution(), ComplaintProcess.Event_VerdictDeadlinePassed).ifPresent(due -> {
            complaints.findById((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).orElseThrow()
                .verdictAwaitedUntil(due);
            task.setDueDate(Date.from(due));
        });
    }
}
