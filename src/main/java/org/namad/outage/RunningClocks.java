package org.namad.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The timers of all running cases that measure a length of time. */
public interface RunningClocks {

    /** The timers that were running at some time between {@code from} and {@code until}, the next due first. */
    List<RunningClock> between(Instant from, Instant until);

    /** The timer as it stands now; empty if it has run out or is not needed any more. */
    Optional<RunningClock> find(String timerId);

    /**
     * Lets the timer run out at {@code due}, and with it the due dates of tasks that show its own.
     *
     * @return when it runs out now, as exactly as the database keeps it
     */
    Instant move(RunningClock clock, Instant due);

    /** What the model calls the timer event of that process, as its latest version that has the event does. */
    String name(String processKey, String activityId);
}
