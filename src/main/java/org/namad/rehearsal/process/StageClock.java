package org.namad.rehearsal.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Consumer;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.namad.calendar.NamadClock;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of a rehearsal, and of its engine: it stands still until it is moved, so that no course depends on how busy
 * the machine is.
 */
@Component
@Primary
@Profile("rehearsal")
class StageClock extends NamadClock {

    private volatile Instant now;

    StageClock() {
        moveTo(machineTime());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Duration offset() {
        return Duration.between(machineTime(), now);
    }

    @Override
    public void setOffset(Duration newOffset) {
        moveTo(machineTime().plus(newOffset));
    }

    @Override
    public void moveTo(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MILLIS);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public void moveBy(Duration step) {
        moveTo(now.plus(step));
    }

    /** Nobody needs to: the engine's clock is set here. */
    @Override
    public void follow(Consumer<Duration> follower) {
        // An offset would let the engine's clock tick.
    }
}
