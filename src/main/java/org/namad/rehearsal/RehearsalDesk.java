package org.namad.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.annotation.PreDestroy;

import org.namad.calendar.NamadClock;
import org.namad.rehearsal.Rehearsal.State;
import org.namad.rehearsal.process.LiveModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Rehearses drafts: scripted cases are run through what is live and through the draft, in a process of its own (N17).
 * One rehearsal at a time, whatever the number of nodes; what came of it is kept.
 */
@Service
public class RehearsalDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalDesk.class);
    private static final TypeReference<List<Course>> COURSES = new TypeReference<>() { };
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** For laying out files and for reading the outcome. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final Rehearsals rehearsals;
    private final LiveModels live;
    private final NamadClock clock;
    private final ObjectMapper json;
    private final String language;
    private final Duration longest;
    private final String memory;
    private volatile Sandbox sandbox;
    private volatile long playing;

    RehearsalDesk(Rehearsals rehearsals, LiveModels live, NamadClock clock, ObjectMapper json,
            @Value("${namad.language}") String language, @Value("${namad.rehearsal.longest:PT10M}") Duration longest,
            @Value("${namad.rehearsal.memory:256m}") String memory) {
        this.rehearsals = rehearsals;
        this.live = live;
        this.clock = clock;
        this.json = json;
        this.language = language;
        this.longest = longest;
        this.memory = memory;
    }

    /**
     * Starts a rehearsal and returns at once.
     *
     * @param name  what is rehearsed, for people
     * @param files the draft's files by their names
     * @throws AnotherRuns              if another one is under way
     * @throws IllegalArgumentException if there is nothing to rehearse
     */
    public Rehearsal start(String name, Map<String, byte[]> files, List<Story> stories, String staffId) {
        if (files.isEmpty() || stories.isEmpty()) {
            throw new IllegalArgumentException("files and stories are needed");
        }
        underWay();
        Rehearsal rehearsal;
        try {
            rehearsal = rehearsals.saveAndFlush(new Rehearsal(name, files.keySet(), stories, staffId, clock.instant(),
                clock.machineTime().plus(longest).plus(SPARE)));
        } catch (DataIntegrityViolationException other) {
            throw new AnotherRuns();
        }
        Plan plan = new Plan(stories, saturdayMorning(), language, live.groups());
        List<Map<String, byte[]>> deployments = live.deployments();
        Thread player = new Thread(() -> play(rehearsal.id(), plan, deployments, files), "rehearsal");
        player.setDaemon(true);
        player.start();
        return rehearsal;
    }

    /** The rehearsal that is under way; one whose application was stopped is none. */
    public Optional<Rehearsal> underWay() {
        Optional<Rehearsal> found = rehearsals.underWay();
        if (found.isPresent() && found.get().givenUpAt().isBefore(clock.machineTime())) {
            found.get().failed(State.INTERRUPTED, null, clock.instant());
            rehearsals.saveAndFlush(found.get());
            return Optional.empty();
        }
        return found;
    }

    /** The rehearsal with this number. */
    public Optional<Rehearsal> find(long id) {
        underWay();
        return rehearsals.findById(id);
    }

    /** The latest rehearsals. */
    public List<Rehearsals.Line> latest() {
        underWay();
        return rehearsals.latest();
    }

    /** What came of a rehearsal that is done. */
    public Outcome outcome(Rehearsal rehearsal) {
        try {
            return json.readValue(rehearsal.outcome(), Outcome.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How far the rehearsal under way is.
     *
     * @return {@code live} or {@code draft}, and the day it has come to; empty if that is not known here
     */
    public Optional<String> progress(long id) {
        Sandbox played = sandbox;
        byte[] progress = played == null || playing != id ? null : played.left("progress");
        return Optional.ofNullable(progress).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .filter(text -> text.matches("(live|draft) \\d+"));
    }

    /** The stories that go through something that these files change. */
    public List<Story> touchedBy(Map<String, byte[]> files) {
        return new Touched(live.deployments()).by(files);
    }

    private void play(long id, Plan plan, List<Map<String, byte[]>> deployments, Map<String, byte[]> draft) {
        Instant began = clock.machineTime();
        try (Sandbox stage = new Sandbox(memory)) {
            playing = id;
            sandbox = stage;
            for (int number = 0; number < deployments.size(); number++) {
                stage.lay("live/%03d".formatted(number), deployments.get(number));
            }
            stage.lay("draft", draft);
            stage.lay(".", Map.of("plan.json", json.writeValueAsBytes(plan)));
            boolean ended = stage.run(longest);
            finish(id, ended, stage, began);
        } catch (IOException | RuntimeException failure) {
            LOG.error("Rehearsal {} could not be played", id, failure);
            end(id, rehearsal -> rehearsal.failed(State.BROKEN, failure.toString(), clock.instant()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sandbox = null;
        }
    }

    private void finish(long id, boolean ended, Sandbox stage, Instant began) throws IOException {
        byte[] refused = stage.left("refused");
        if (!ended) {
            end(id, rehearsal -> rehearsal.failed(State.TIME_OVER, null, clock.instant()));
        } else if (refused != null) {
            end(id, rehearsal -> rehearsal.failed(State.REFUSED, new String(refused, StandardCharsets.UTF_8),
                clock.instant()));
        } else if (stage.left("draft.json") == null) {
            LOG.warn("Rehearsal {} broke off: {}", id, stage.endOfLog());
            end(id, rehearsal -> rehearsal.failed(State.BROKEN, stage.endOfLog(), clock.instant()));
        } else {
            byte[] outcome = json.writeValueAsBytes(new Outcome(json.readValue(stage.left("live.json"), COURSES),
                json.readValue(stage.left("draft.json"), COURSES),
                Duration.between(began, clock.machineTime()).toSeconds()));
            end(id, rehearsal -> rehearsal.done(outcome, clock.instant()));
        }
    }

    private void end(long id, Consumer<Rehearsal> how) {
        rehearsals.findById(id).filter(rehearsal -> rehearsal.state() == State.RUNNING).ifPresent(rehearsal -> {
            how.accept(rehearsal);
            rehearsals.saveAndFlush(rehearsal);
        });
    }

    /** The application ends, and the rehearsal with it. */
    @PreDestroy
    void stop() {
        Sandbox played = sandbox;
        if (played != null) {
            end(playing, rehearsal -> rehearsal.failed(State.INTERRUPTED, null, clock.instant()));
            played.stop();
        }
    }

    /** Every rehearsal starts a working week, so that working days fall alike. */
    private Instant saturdayMorning() {
        ZonedDateTime now = ZonedDateTime.ofInstant(clock.instant(), NamadClock.TEHRAN);
        return now.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).with(MORNING).toInstant();
    }
}
