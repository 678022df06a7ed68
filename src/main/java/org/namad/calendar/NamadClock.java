package org.namad.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/**
 * The one clock of the system: code and engine read the same time. It always ticks; in the demo and in tests it can be
 * moved ahead of the machine's clock (N17). Instants have millisecond precision, as the engine's have. Days and dates
 * that people see are those of {@link #TEHRAN}.
 */
@Component
public class NamadClock extends Clock {

    /** The zone of every date that a person reads, and of "per day" rules (R4). */
    public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The machine's own time, for leases and claims: they must not run out because this clock is moved. */
    public Instant machineTime() {
        return Instant.now();
    }

    /** Today's date in Tehran. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), TEHRAN);
    }

    /** How far this clock runs ahead of (or, negative, behind) the machine's. */
    public Duration offset() {
        return offset;
    }

    /** Sets how far this clock runs ahead of the machine's and tells everyone who follows it. */
    public void setOffset(Duration newOffset) {
        offset = newOffset;
        followers.forEach(follower -> follower.accept(newOffset));
    }

    /** Moves the clock so that it shows {@code instant} now and ticks on from there. */
    public void moveTo(Instant instant) {
        setOffset(Duration.between(Instant.now(), instant));
    }

    /** Moves the clock on by {@code step}. */
    public void moveBy(Duration step) {
        setOffset(offset.plus(step));
    }

    /** Calls {@code follower} with the offset, now and after every change. */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    @Override
    public ZoneId getZone() {
        return TEHRAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(TEHRAN) ? this : Clock.offset(Clock.system(zone), offset);
    }
}
