package org.namad.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.namad.casefile.Attachment;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.engine.UserCommands;
import org.namad.notification.Calendars;
import org.namad.notification.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Moves clocks by the time they lost, each in a transaction of its own with everything that follows from it. What was
 * interrupted or failed is taken up again; what was done is not done twice, by whichever node.
 */
@Component
class ClockMover {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMover.class);

    private final Outages outages;
    private final ClockMoves moves;
    private final RunningClocks clocks;
    private final CaseFiles caseFiles;
    private final Outbox outbox;
    private final OutageTexts texts;
    private final UserCommands commands;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClockMover(Outages outages, ClockMoves moves, RunningClocks clocks, CaseFiles caseFiles, Outbox outbox,
            OutageTexts texts, UserCommands commands, ApplicationEventPublisher events, Clock clock) {
        this.outages = outages;
        this.moves = moves;
        this.clocks = clocks;
        this.caseFiles = caseFiles;
        this.outbox = outbox;
        this.texts = texts;
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    /** Moves every running clock that {@code outage} touched. */
    void moveAll(Outage outage) {
        boolean complete = true;
        for (RunningClock touched : clocks.between(outage.startedAt(), outage.endedAt())) {
            complete &= tryToMove(outage, touched.timerId());
        }
        if (complete) {
            commands.run(() -> {
                Outage done = outages.findById(outage.id()).orElseThrow();
                done.clocksMoved();
                return done;
            });
        }
    }

    private boolean tryToMove(Outage outage, String timerId) {
        try {
            commands.run(() -> {
                clocks.find(timerId).ifPresent(running -> move(outage, running));
                return timerId;
            });
            return true;
        } catch (DataIntegrityViolationException movedElsewhere) {
            return moves.findByTimerId(timerId).stream().anyMatch(move -> move.outageId().equals(outage.id()));
        } catch (RuntimeException failure) {
            LOG.error("Timer {} could not be moved for outage {} and is tried again", timerId, outage.id(), failure);
            return false;
        }
    }

    private void move(Outage outage, RunningClock running) {
        List<ClockMove> earlier = moves.findByTimerId(running.timerId());
        if (earlier.stream().anyMatch(move -> move.outageId().equals(outage.id()))) {
            return;
        }
        Instant due = stretched(outage, running, earlier);
        if (!due.isAfter(running.due())) {
            return;
        }
        ClockMove move = moves.saveAndFlush(
            new ClockMove(outage, running, clocks.move(running, due), clock.instant()));
        events.publishEvent(new DeadlineMoved(running.key(), running.processKey(), running.activityId(),
            running.due(), move.toDue(), outage.id()));
        if (running.deadline()) {
            tellParties(outage, running, move);
        }
    }

    /** Reckoned from the due date without any outage, so that outages which overlap count once, in whatever order. */
    private Instant stretched(Outage outage, RunningClock running, List<ClockMove> earlier) {
        Duration moved = earlier.stream().map(ClockMove::distance).reduce(Duration.ZERO, Duration::plus);
        Set<Long> counted = earlier.stream().map(ClockMove::outageId).collect(Collectors.toSet());
        LostTime lost = new LostTime(outages.findAllByOrderByStartedAtDesc().stream()
            .filter(logged -> logged.id() <= outage.id() || counted.contains(logged.id())).toList());
        return lost.stretch(running.startedAt(), running.due().minus(moved));
    }

    private void tellParties(Outage outage, RunningClock running, ClockMove move) {
        CaseKey key = running.key();
        for (String role : caseFiles.parties(key)) {
            Recipient recipient = caseFiles.recipient(key, role);
            Locale language = recipient.language();
            Map<String, String> facts = new HashMap<>(caseFiles.facts(key, language));
            facts.putAll(texts.facts(outage, move, language));
            List<Attachment> entry = caseFiles.attachment(key, Calendars.DEADLINE, language).stream().toList();
            outbox.post(key, "deadline-moved", "outage-%d-%s".formatted(outage.id(), running.timerId()), recipient,
                facts, entry);
        }
    }
}
