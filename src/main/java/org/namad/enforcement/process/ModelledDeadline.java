package org.namad.enforcement.process;

import java.time.Duration;
import java.time.Instant;

import org.camunda.bpm.engine.delegate.BpmnModelExecutionContext;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Tells a deadline before its timer runs, so that the mail that announces it can name it: the duration is read from the
 * boundary event of the model in force, and so follows what a process owner draws.
 */
final class ModelledDeadline {

    private ModelledDeadline() {
    }

    /** When the timer on {@code boundaryEvent} fires if its task begins at {@code start}. */
    static Instant after(Instant start, BpmnModelExecutionContext context, String boundaryEvent) {
        BoundaryEvent event = context.getBpmnModelInstance().getModelElementById(boundaryEvent);
        TimerEventDefinition timer = (TimerEventDefinition) event.getEventDefinitions().iterator().next();
        return start.plus(Duration.parse(timer.getTimeDuration().getTextContent().strip()));
    }
}
