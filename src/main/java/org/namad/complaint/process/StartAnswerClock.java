package org.namad.complaint.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Notes that the clock starts, and the instant at which the timer on the task's edge will fire that ends it: that is the
 * deadline which consumer, business and staff are told (R1, N5). A task on the same page without such a timer, or for
 * an answer that is late already, starts no clock.
 */
@Component("startAnswerClock")
@WithForm(value = ComplaintProcess.ANSWER_PAGE, event = TaskListener.EVENTNAME_CREATE)
class StartAnswerClock implements TaskListener {

    private final Complaints complaints;
    private final Clock clock;

    StartAnswerClock(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Optional.ofNullable((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).flatMap(complaints::findById)
            .filter(complaint -> complaint.status() == ComplaintStatus.AWAITING_ANSWER)
            .ifPresent(complaint -> Timers.deadline(task).ifPresent(timer -> Timers.find(task.getExecution(), timer)
                .ifPresent(due -> start(complaint, task, timer, due))));
    }

    private void start(Complaint complaint, DelegateTask task, String timer, Instant due) {
        String duration = Timers.duration(task.getExecution(), timer);
        ProcessDefinition model = task.getProcessEngineServices().getRepositoryService()
            .getProcessDefinition(task.getProcessDefinitionId());
        complaint.startClock(start(due, duration), duration, due, model.getKey() + " " + model.getVersion());
        task.setDueDate(Date.from(due));
        task.setVariable(ComplaintProcess.DEADLINE_PASSED, false);
        task.removeVariable(ComplaintProcess.CONTACT);
    }

    /** Before the deadline by exactly the time that the model gives, so that the arithmetic adds up. */
    private Instant start(Instant due, String duration) {
        try {
            return due.minus(Duration.parse(duration));
        } catch (DateTimeParseException months) {
            return clock.instant();
        }
    }
}
