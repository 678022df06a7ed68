package org.namad.outage.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.namad.casefile.CaseKey;
import org.namad.outage.RunningClock;
import org.namad.outage.RunningClocks;
import org.springframework.stereotype.Component;

/**
 * The timer events of running cases whose model gives a duration. Those that wait for a date, such as the end of a
 * term, and those that start sweeps are none, nor is an event with the extension property {@value #RUNS_ON}.
 */
@Component
class Timers implements RunningClocks {

    /** Marks a timer event that measures no deadline of anybody, such as the time until a site is looked at again. */
    private static final String RUNS_ON = "runsOnDuringOutages";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;

    Timers(ManagementService management, RuntimeService runtime, RepositoryService repository, TaskService tasks) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
    }

    @Override
    public List<RunningClock> between(Instant from, Instant until) {
        return management.createJobQuery().timers().duedateHigherThan(Date.from(from)).createdBefore(Date.from(until))
            .orderByJobDuedate().asc().list().stream().flatMap(job -> clock(job).stream()).toList();
    }

    @Override
    public Optional<RunningClock> find(String timerId) {
        return job(timerId).flatMap(this::clock);
    }

    private Optional<RunningClock> clock(Job job) {
        if (job.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        String activityId = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
            .singleResult().getActivityId();
        return Optional.of(repository.getBpmnModelInstance(job.getProcessDefinitionId()))
            .map(model -> model.getModelElementById(activityId))
            .filter(CatchEvent.class::isInstance).map(CatchEvent.class::cast)
            .filter(event -> measuresTime(event) && !runsOn(event))
            .flatMap(event -> caseKey(job).map(key -> new RunningClock(job.getId(), key,
                job.getProcessDefinitionKey(), activityId, isDeadline(event), job.getCreateTime().toInstant(),
                job.getDuedate().toInstant())));
    }

    private static boolean measuresTime(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(definition ->
            definition instanceof TimerEventDefinition timer && timer.getTimeDuration() != null);
    }

    private static boolean runsOn(CatchEvent event) {
        return event.getExtensionElements() != null && event.getExtensionElements().getElementsQuery()
            .filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .anyMatch(property -> RUNS_ON.equals(property.getCamundaName())
                && Boolean.parseBoolean(property.getCamundaValue()));
    }

    /** Reminders end nothing; what staff have to do by then is theirs alone. */
    private static boolean isDeadline(CatchEvent event) {
        return !(event instanceof BoundaryEvent boundary)
            || boundary.cancelActivity() && !(boundary.getAttachedTo() instanceof UserTask task
                && task.getCamundaCandidateGroups() != null);
    }

    /** A process that was called belongs to the case of the one that called it. */
    private Optional<CaseKey> caseKey(Job job) {
        return instance(job.getProcessInstanceId())
            .flatMap(instance -> Optional.ofNullable(instance.getBusinessKey())
                .or(() -> instance(instance.getRootProcessInstanceId()).map(ProcessInstance::getBusinessKey)))
            .filter(CaseKey::isOne).map(CaseKey::of);
    }

    private Optional<ProcessInstance> instance(String id) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(id).singleResult());
    }

    @Override
    public Instant move(RunningClock clock, Instant due) {
        Job job = job(clock.timerId()).orElseThrow();
        management.setJobDuedate(job.getId(), Date.from(due));
        Date moved = job(clock.timerId()).orElseThrow().getDuedate();
        tasks.createTaskQuery().processInstanceId(job.getProcessInstanceId()).dueDate(job.getDuedate()).list()
            .forEach(task -> {
                task.setDueDate(moved);
                tasks.saveTask(task);
            });
        return moved.toInstant();
    }

    @Override
    public String name(String processKey, String activityId) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
            .orderByProcessDefinitionVersion().desc().list().stream()
            .map(version -> repository.getBpmnModelInstance(version.getId()).getModelElementById(activityId))
            .filter(FlowElement.class::isInstance).map(FlowElement.class::cast).map(FlowElement::getName)
            .filter(Objects::nonNull).findFirst().orElse(activityId);
    }

    private Optional<Job> job(String id) {
        return Optional.ofNullable(management.createJobQuery().jobId(id).singleResult());
    }
}
