package org.namad.conduct;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;

/** One line of the ledger of negative points; never changed once entered. */
@Entity
@Immutable
public class PointEntry {

    /** Whether the line adds a negative point or takes one back. */
    public enum Kind { POINT, REVERSAL }

    /** What a point was given for. */
    public enum Ground {
        /** The answer deadline passed without an answer (R2). */
        UNANSWERED,
        /** The complaint was ruled to be right. */
        UPHELD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "point_entry_seq")
    @SequenceGenerator(name = "point_entry_seq", sequenceName = "point_entry_seq", allocationSize = 50)
    private Long id;
    private Long sealId;
    private Long complaintId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Ground ground;
    private Instant enteredAt;

    protected PointEntry() {
    }

    PointEntry(long sealId, long complaintId, Kind kind, Ground ground, Instant enteredAt) {
        this.sealId = sealId;
        this.complaintId = complaintId;
        this.kind = kind;
        this.ground = ground;
        this.enteredAt = enteredAt;
    }

    public Long id() {
        return id;
    }

    public long sealId() {
        return sealId;
    }

    /** The complaint that the point cites. */
    public long complaintId() {
        return complaintId;
    }

    public Kind kind() {
        return kind;
    }

    public Ground ground() {
        return ground;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
