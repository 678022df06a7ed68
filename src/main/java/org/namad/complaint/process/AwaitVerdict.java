package org.namad.complaint.process;

import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.complaint.Complaints;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Notes until when the consumer can accept or dispute the answer: until the timer on the task's edge fires that ends it.
 * A task of another sort on the same page, without such a timer, is no business of its.
 */
@Component("awaitVerdict")
@WithForm(value = ComplaintProcess.VERDICT_PAGE, event = TaskListener.EVENTNAME_CREATE)
class AwaitVerdict implements TaskListener {

    private final Complaints complaints;

    AwaitVerdict(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void notify(DelegateTask task) {
        Timers.deadline(task).flatMap(timer -> Timers.find(task.getExecution(), timer)).ifPresent(due -> {
            Optional.ofNullable((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).flatMap(complaints::findById)
                .ifPresent(complaint -> complaint.verdictAwaitedUntil(due));
            task.setDueDate(Date.from(due));
        });
    }
}
