package org.namad.outage;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

import org.namad.casefile.CaseKey;

/** One timer moved for one outage; an outage moves a timer once (N7). */
@Entity
public class ClockMove {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_move_seq")
    @SequenceGenerator(name = "clock_move_seq", sequenceName = "clock_move_seq", allocationSize = 50)
    private Long id;
    private Long outageId;
    private String timerId;
    private String caseKey;
    private String processKey;
    private String activityId;
    private Instant fromDue;
    private Instant toDue;
    private Instant movedAt;

    protected ClockMove() {
    }

    ClockMove(Outage outage, RunningClock clock, Instant toDue, Instant movedAt) {
        this.outageId = outage.id();
        this.timerId = clock.timerId();
        this.caseKey = clock.key().toString();
        this.processKey = clock.processKey();
        this.activityId = clock.activityId();
        this.fromDue = clock.due();
        this.toDue = toDue;
        this.movedAt = movedAt;
    }

    public Long outageId() {
        return outageId;
    }

    public CaseKey key() {
        return CaseKey.of(caseKey);
    }

    public String processKey() {
        return processKey;
    }

    public String activityId() {
        return activityId;
    }

    public Instant fromDue() {
        return fromDue;
    }

    public Instant toDue() {
        return toDue;
    }

    public Duration distance() {
        return Duration.between(fromDue, toDue);
    }

    public Instant movedAt() {
        return movedAt;
    }
}
