package org.namad.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.namad.engine.UserCommands;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Takes outages into the log and moves the clocks that they touched (N7). An outage that was logged stays: whoever
 * mistyped logs what is missing as a further one.
 */
@Service
public class OutageDesk {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    private final Outages outages;
    private final ClockMover mover;
    private final OutageTexts texts;
    private final UserCommands commands;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutageDesk(Outages outages, ClockMover mover, OutageTexts texts, UserCommands commands,
            ApplicationEventPublisher events, Clock clock) {
        this.outages = outages;
        this.mover = mover;
        this.texts = texts;
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Logs what {@code enteredBy} of the staff states, and moves the clocks.
     *
     * @throws OutageRefused if it is not over, too long or known
     */
    public Outage log(NewOutage stated, String enteredBy) {
        if (stated.until().isAfter(clock.instant())) {
            throw new OutageRefused(OutageRefused.Cause.NOT_OVER);
        }
        if (Duration.between(stated.from(), stated.until()).compareTo(LONGEST) > 0) {
            throw new OutageRefused(OutageRefused.Cause.TOO_LONG);
        }
        Outage logged;
        try {
            logged = commands.run(() -> {
                if (new LostTime(outages.findAllByOrderByStartedAtDesc()).covers(stated.from(), stated.until())) {
                    throw new OutageRefused(OutageRefused.Cause.KNOWN);
                }
                return append(new Outage(stated, enteredBy, clock.instant()));
            });
        } catch (DataIntegrityViolationException sameMoment) {
            throw new OutageRefused(OutageRefused.Cause.KNOWN);
        }
        moveClocks();
        return logged;
    }

    /** Logs, within the caller's transaction, what the platform noticed by itself; {@link #moveClocks} is to follow. */
    void logNoticed(Instant from, Instant until) {
        append(new Outage(from, until, clock.instant()));
    }

    private Outage append(Outage outage) {
        Outage logged = outages.saveAndFlush(outage);
        events.publishEvent(new OutageLogged(logged.id(), logged.startedAt(), logged.endedAt(),
            texts.reason(logged, PERSIAN)));
        return logged;
    }

    /** Moves the clocks of every outage of which some are still to be moved, one after the other. */
    void moveClocks() {
        outages.findByClocksMovedFalseOrderById().forEach(mover::moveAll);
    }
}
