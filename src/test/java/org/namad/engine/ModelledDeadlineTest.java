package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelledDeadlineTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PT96H,   2026-11-26T08:00:00Z",
        "P10D,    2026-12-02T08:00:00Z",
        "P1M,     2026-12-22T08:00:00Z",
        "P1DT12H, 2026-11-23T20:00:00Z"
    })
    @DisplayName("A deadline is announced as the timer in the model will fire, however its duration is written")
    void anyDuration(String duration, Instant deadline) {
        var model = Bpmn.createExecutableProcess("p").startEvent().userTask("Task_Wait")
            .boundaryEvent("Event_Over").timerWithDuration(duration).endEvent().done();
        assertThat(ModelledDeadline.after(Instant.parse("2026-11-22T08:00:00Z"), model, "Event_Over"))
            .isEqualTo(deadline);
    }
}
