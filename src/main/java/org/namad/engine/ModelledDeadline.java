package org.namad.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Tells a deadline before its timer runs, so that the mail that announces it can name it. The duration is read from the
 * model in force and reckoned as the engine will reckon it, whatever a process owner draws: hours, days or months.
 */
public final class ModelledDeadline {

    private ModelledDeadline() {
    }

    /** When the timer {@code timerEvent} of {@code model} fires if the wait for it begins at {@code start}. */
    public static Instant after(Instant start, BpmnModelInstance model, String timerEvent) {
        CatchEvent event = model.getModelElementById(timerEvent);
        TimerEventDefinition timer = (TimerEventDefinition) event.getEventDefinitions().iterator().next();
        return new DurationBusinessCalendar()
            .resolveDuedate(timer.getTimeDuration().getTextContent().strip(), Date.from(start)).toInstant();
    }

    /** The same, or nothing if the model has no such timer: a step may stand in a flow of another kind. */
    public static Optional<Instant> find(Instant start, BpmnModelInstance model, String timerEvent) {
        return model.getModelElementById(timerEvent) == null ? Optional.empty()
            : Optional.of(after(start, model, timerEvent));
    }
}
