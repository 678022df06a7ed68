package org.namad.complaint.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.namad.complaint.Complaints;
import org.springframework.stereotype.Component;

/**
 * Notes that the clock starts, and the instant at which the model's timer will fire: that is the deadline which
 * consumer, business and staff are told (R1, N5).
 */
@Component("startAnswerClock")
class StartAnswerClock implements TaskListener {

    private final Complaints complaints;
    private final Clock clock;

    StartAnswerClock(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String event = ComplaintProcess.Event_AnswerDeadlinePassed;
        Instant due = Timers.due(task.getExecution(), event);
        ProcessDefinition model = task.getProcessEngineServices().getRepositoryService()
            .getProcessDefinition(task.getProcessDefinitionId());
        complaints.findById((Long) task.getVariable(ComplaintProcess.COMPLAINT_ID)).orElseThrow()
            .startClock(clock.instant(), Timers.duration(task.getExecution(), event), due,
                model.getKey() + " " + model.getVersion());
        task.setDueDate(Date.from(due));
        task.setVariable(ComplaintProcess.DEADLINE_PASSED, false);
        task.removeVariable(ComplaintProcess.CONTACT);
    }
}
