package org.namad.complaint.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Reads the timers that begin to run with an activity, and what the model says of them. */
final class Timers {

    private Timers() {
    }

    /**
     * When the wait that {@code execution} enters will be over: the first of the timers that begin to run with it, under
     * whatever id the model has them. The timer is set to whole seconds, which is what MariaDB keeps: so the instant told
     * to people is the timer's.
     *
     * @throws IllegalStateException if none begins to run, see {@link org.namad.modelling.NeedsTimer}
     */
    static Instant due(DelegateExecution execution) {
        return begun(execution).min(Comparator.comparing(TimerEntity::getDuedate)).map(Timers::wholeSeconds)
            .orElseThrow(() -> new IllegalStateException("no timer begins to run with "
                + execution.getCurrentActivityId()));
    }

    /** The same of the timer event {@code event}, or nothing if it does not begin to run. */
    static Optional<Instant> find(DelegateExecution execution, String event) {
        return begun(execution).filter(timer -> event.equals(timer.getActivityId())).findFirst()
            .map(Timers::wholeSeconds);
    }

    private static Stream<TimerEntity> begun(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getJobs().stream().filter(TimerEntity.class::isInstance)
            .map(TimerEntity.class::cast);
    }

    private static Instant wholeSeconds(TimerEntity timer) {
        Instant due = timer.getDuedate().toInstant().truncatedTo(ChronoUnit.SECONDS);
        timer.setDuedate(Date.from(due));
        return due;
    }

    /** The timer on the edge of the task that ends it after a duration, if it has one. */
    static Optional<String> deadline(DelegateTask task) {
        return onEdge(task.getBpmnModelInstance(), task.getTaskDefinitionKey()).filter(BoundaryEvent::cancelActivity)
            .map(BoundaryEvent::getId).findFirst();
    }

    /** The timers on the edge of the task with this id that run for a duration: its deadline and its reminders. */
    static Stream<BoundaryEvent> onEdge(BpmnModelInstance model, String task) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().getId().equals(task))
            .filter(event -> event.getEventDefinitions().stream().anyMatch(definition ->
                definition instanceof TimerEventDefinition timer && timer.getTimeDuration() != null));
    }

    /** The duration that the model gives the timer event, as it is written there. */
    static String duration(DelegateExecution execution, String event) {
        CatchEvent drawn = execution.getBpmnModelInstance().getModelElementById(event);
        return ((TimerEventDefinition) drawn.getEventDefinitions().iterator().next()).getTimeDuration()
            .getTextContent().strip();
    }
}
