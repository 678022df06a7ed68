package org.namad.outage;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A time in which nobody could use the platform: a line of a log that is only added to (N7). */
@Entity
public class Outage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outage_seq")
    @SequenceGenerator(name = "outage_seq", sequenceName = "outage_seq", allocationSize = 50)
    private Long id;
    @Column(updatable = false)
    private Instant startedAt;
    @Column(updatable = false)
    private Instant endedAt;
    @Column(updatable = false)
    private String reason;
    @Column(updatable = false)
    private String reasonEn;
    @Column(updatable = false)
    private String enteredBy;
    @Column(updatable = false)
    private Instant enteredAt;
    private boolean clocksMoved;

    protected Outage() {
    }

    /** An outage that the platform noticed by itself: nobody entered it, and no reason is known. */
    Outage(Instant startedAt, Instant endedAt, Instant enteredAt) {
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.enteredAt = enteredAt;
    }

    /** An outage that {@code enteredBy} of the staff states. */
    Outage(NewOutage stated, String enteredBy, Instant enteredAt) {
        this(stated.from(), stated.until(), enteredAt);
        this.reason = stated.reason();
        this.reasonEn = stated.reasonEn();
        this.enteredBy = enteredBy;
    }

    /** Every clock that the outage touched has been moved. */
    void clocksMoved() {
        clocksMoved = true;
    }

    public Long id() {
        return id;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Duration length() {
        return Duration.between(startedAt, endedAt);
    }

    /** Why, in Persian; null if the platform noticed the outage by itself. */
    public String reason() {
        return reason;
    }

    /** Why, in English; null if the platform noticed the outage by itself. */
    public String reasonEn() {
        return reasonEn;
    }

    /** The staff member who stated the outage; null if the platform noticed it by itself. */
    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
