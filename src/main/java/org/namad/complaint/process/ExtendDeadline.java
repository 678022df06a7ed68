package org.namad.complaint.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.namad.complaint.ClockStep;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.Statement;
import org.namad.engine.CaseTasks;
import org.springframework.stereotype.Component;

/**
 * Gives the business more time: moves the answer deadline, and the reminders that are still to come, by the model's
 * input {@code extension}, such as {@code P2D}.
 */
@Component("extendDeadline")
class ExtendDeadline implements JavaDelegate {

    private final Complaints complaints;
    private final CaseTasks caseTasks;
    private final Clock clock;

    ExtendDeadline(Complaints complaints, CaseTasks caseTasks, Clock clock) {
        this.complaints = complaints;
        this.caseTasks = caseTasks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        Duration extension = Duration.parse((String) execution.getVariable("extension"));
        Task answer = caseTasks.with(complaint.key(), ComplaintProcess.ANSWER_PAGE).orElseThrow();
        RepositoryService models = execution.getProcessEngineServices().getRepositoryService();
        Set<String> timers = Timers.onEdge(models.getBpmnModelInstance(answer.getProcessDefinitionId()),
            answer.getTaskDefinitionKey()).map(BoundaryEvent::getId).collect(Collectors.toSet());
        ManagementService management = execution.getProcessEngineServices().getManagementService();
        for (Job timer : management.createJobQuery().processInstanceId(answer.getProcessInstanceId()).timers()
                .list()) {
            String event = management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId())
                .singleResult().getActivityId();
            if (timers.contains(event)) {
                management.setJobDuedate(timer.getId(), Date.from(timer.getDuedate().toInstant().plus(extension)));
            }
        }
        Instant due = complaint.answerDue().plus(extension);
        answer.setDueDate(Date.from(due));
        execution.getProcessEngineServices().getTaskService().saveTask(answer);
        ProcessDefinition model = models.getProcessDefinition(execution.getProcessDefinitionId());
        complaint.moveDeadline(ClockStep.Kind.EXTENSION, due, model.getKey() + " " + model.getVersion(),
            (String) execution.getVariable(ComplaintProcess.DECIDED_BY),
            complaint.lastSaid(Statement.Kind.EXTENSION_DECISION), clock.instant());
    }
}
