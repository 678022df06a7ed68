package org.namad.complaint.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.namad.complaint.Complaints;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Notes that the clock starts, and the instant at which the model's timer will fire: that is the deadline which
 * consumer, business and staff are told (R1, N5). A task on the same page without that timer, such as a late answer,
 * starts no clock.
 */
@Component("startAnswerClock")
@WithForm(value = "page:/panel/complaints/{id}", event = TaskListener.EVENTNAME_CREATE)
class StartAnswerClock implements TaskListener {

    private final Complaints complaints;
    private final Clock clock;

    StartAnswerClock(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Timers.find(task.getExecution(), ComplaintProcess.Event_AnswerDeadlinePassed)
            .ifPresent(due -> start(task, due));
    }

    private void start(DelegateTask task, Instant due) {
        String duration = Timers.duration(task.getExecution(), ComplaintProcess.Event_AnswerDeadlinePassed);
        ProcessDefinition model = task.getProcessEngineServices().getRepositoryService()
            .getProcessDefinition(task.getProcessDefinitionId());
        complaints.findById((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).orElseThrow()
            .startClock(start(due, duration), duration, due, model.getKey() + " " + model.getVersion());
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
