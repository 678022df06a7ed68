package org.namad.complaint.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.namad.complaint.ClockStep;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.Statement;
import org.springframework.stereotype.Component;

/**
 * Gives the business more time: moves the answer deadline, and the reminders that are still to come, by the model's
 * input {@code extension}, such as {@code P2D}.
 */
@Component("extendDeadline")
class ExtendDeadline implements JavaDelegate {

    private static final List<String> TIMERS = List.of(ComplaintProcess.Event_FirstReminderDue,
        ComplaintProcess.Event_SecondReminderDue, ComplaintProcess.Event_LastReminderDue,
        ComplaintProcess.Event_AnswerDeadlinePassed);

    private final Complaints complaints;
    private final Clock clock;

    ExtendDeadline(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        Duration extension = Duration.parse((String) execution.getVariable("extension"));
        ManagementService management = execution.getProcessEngineServices().getManagementService();
        for (Job timer : management.createJobQuery().processInstanceId(execution.getProcessInstanceId()).timers()
                .list()) {
            String event = management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId())
                .singleResult().getActivityId();
            if (TIMERS.contains(event)) {
                management.setJobDuedate(timer.getId(), Date.from(timer.getDuedate().toInstant().plus(extension)));
            }
        }
        Instant due = complaint.answerDue().plus(extension);
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        Task answer = tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(ComplaintProcess.Task_AnswerComplaint).singleResult();
        answer.setDueDate(Date.from(due));
        tasks.saveTask(answer);
        ProcessDefinition model = execution.getProcessEngineServices().getRepositoryService()
            .getProcessDefinition(execution.getProcessDefinitionId());
        complaint.moveDeadline(ClockStep.Kind.EXTENSION, due, model.getKey() + " " + model.getVersion(),
            (String) execution.getVariable(ComplaintProcess.DECIDED_BY),
            complaint.lastSaid(Statement.Kind.EXTENSION_DECISION), clock.instant());
    }
}
