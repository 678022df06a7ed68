package org.namad.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The arithmetic of an answer deadline, replayable step by step and the same for consumer, business and staff (N5).
 *
 * @param steps every step, the earliest first
 */
public record AnswerClock(List<ClockStep> steps) {

    public AnswerClock {
        steps = List.copyOf(steps);
    }

    /** The deadline that the steps lead to, which is {@link Complaint#answerDue()}; null while no clock runs. */
    public Instant due() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).due();
    }

    /** When the clock that counts was started; null if none was. */
    public Instant startedAt() {
        return start() < 0 ? null : steps.get(start()).takenAt();
    }

    /** The steps of the clock that counts: its start and what came after. */
    public List<ClockStep> current() {
        return start() < 0 ? List.of() : steps.subList(start(), steps.size());
    }

    /** By which model and version the clock that counts was started; null if none was. */
    public String model() {
        return start() < 0 ? null : steps.get(start()).source();
    }

    /** Whether the clock that counts was moved by staff or by an outage. */
    public boolean moved() {
        return current().stream().skip(1).map(ClockStep::duration).anyMatch(Objects::nonNull);
    }

    private int start() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).kind() == ClockStep.Kind.START) {
                return i;
            }
        }
        return -1;
    }
}
