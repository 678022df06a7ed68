package org.namad.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** One rehearsal: of what, by whom, when, and what came of it. */
@Entity
public class Rehearsal {

    /** How far a rehearsal has come. */
    public enum State {
        /** The stories are being played. */
        RUNNING,
        /** There is an outcome. */
        DONE,
        /** The draft was refused: the reason tells why. */
        REFUSED,
        /** It took longer than it may. */
        TIME_OVER,
        /** It could not start, or broke off; the reason holds the end of its log. */
        BROKEN,
        /** The application was stopped meanwhile. */
        INTERRUPTED
    }

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_FILES = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rehearsal_seq")
    @SequenceGenerator(name = "rehearsal_seq", sequenceName = "rehearsal_seq", allocationSize = 50)
    private Long id;
    private String name;
    private String files;
    private String stories;
    private String startedBy;
    private Instant startedAt;
    private Instant endedAt;
    private Instant givenUpAt;
    private Integer underWay;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(length = 16777215)
    private byte[] reason;
    @Column(length = 16777215)
    private byte[] outcome;

    protected Rehearsal() {
    }

    Rehearsal(String name, Collection<String> files, List<Story> stories, String startedBy, Instant now,
            Instant givenUpAt) {
        this.name = cut(name, LONGEST_NAME);
        this.files = cut(String.join("\n", files), LONGEST_FILES);
        this.stories = stories.stream().map(Story::name).collect(Collectors.joining(" "));
        this.startedBy = startedBy;
        this.startedAt = now;
        this.givenUpAt = givenUpAt;
        this.underWay = 1;
        this.state = State.RUNNING;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** There is an outcome. */
    void done(byte[] json, Instant now) {
        end(State.DONE, now);
        outcome = json;
    }

    /** It has ended without an outcome. */
    void failed(State how, String why, Instant now) {
        end(how, now);
        reason = why == null ? null : why.getBytes(StandardCharsets.UTF_8);
    }

    private void end(State reached, Instant now) {
        state = reached;
        endedAt = now;
        underWay = null;
    }

    public Long id() {
        return id;
    }

    /** What was rehearsed, as its author called it. */
    public String name() {
        return name;
    }

    /** The names of its files. */
    public List<String> files() {
        return files.lines().toList();
    }

    public List<Story> stories() {
        return stories.isEmpty() ? List.of() : Arrays.stream(stories.split(" ")).map(Story::valueOf).toList();
    }

    /** The user id of whoever started it. */
    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** When it ended; null while it is under way. */
    public Instant endedAt() {
        return endedAt;
    }

    /** The machine's time by which it has ended, whatever became of the application that plays it. */
    Instant givenUpAt() {
        return givenUpAt;
    }

    public State state() {
        return state;
    }

    /** Why there is no outcome; empty if the state says it all. */
    public String reason() {
        return reason == null ? "" : new String(reason, StandardCharsets.UTF_8);
    }

    byte[] outcome() {
        return outcome;
    }
}
