package org.namad.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

import org.namad.engine.TimeTravel;

/** Things to be done at given times of the demo's past; what is done may add more. */
class Timeline {

    private record Event(Instant when, long order, Runnable what) {
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>(
        Comparator.comparing(Event::when).thenComparing(Event::order));
    private final TimeTravel travel;
    private long order;

    Timeline(TimeTravel travel) {
        this.travel = travel;
    }

    void at(Instant when, Runnable what) {
        events.add(new Event(when, order++, what));
    }

    /** Goes through all events in order, and through every timer between them, for as long as {@code goingOn} says so. */
    void play(BooleanSupplier goingOn) {
        while (!events.isEmpty() && goingOn.getAsBoolean()) {
            Event next = events.poll();
            travel.to(next.when());
            next.what().run();
            travel.runDueJobs();
        }
    }

    Instant start() {
        return events.peek().when();
    }
}
