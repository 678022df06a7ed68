package org.namad.conduct;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Immutable;

/**
 * One line of the ledger of negative points, with all that it rests on (N6); never changed once entered. The lines about
 * a complaint form a chain, which the database keeps: a point, its reversal, another point and so on.
 */
@Entity
@Immutable
public class PointEntry {

    /** Whether the line adds a negative point or takes one back. */
    public enum Kind { POINT, REVERSAL }

    /** What a point was given for. */
    public enum Ground {
        /** The answer deadline passed without an answer (R2). */
        UNANSWERED("R2"),
        /** The complaint was ruled to be right (R20). */
        UPHELD("R20");

        private final String rule;

        Ground(String rule) {
            this.rule = rule;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "point_entry_seq")
    @SequenceGenerator(name = "point_entry_seq", sequenceName = "point_entry_seq", allocationSize = 50)
    private Long id;
    private long sealId;
    private long complaintId;
    private int turn;
    private Integer follows;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Ground ground;
    private String ruleId;
    private String proof;
    private String model;
    private Integer modelVersion;
    private String enteredBy;
    private Instant enteredAt;
    @ManyToOne(fetch = FetchType.LAZY)
    private PointEntry reverses;
    private String reason;

    protected PointEntry() {
    }

    /** A point, the first about its complaint where {@code last} is null and otherwise after that reversal. */
    static PointEntry point(long sealId, long complaintId, PointEntry last, Ground ground, String proof, Source source,
            Instant now) {
        PointEntry point = new PointEntry(sealId, complaintId, Kind.POINT, ground, last, source, now);
        point.proof = proof;
        return point;
    }

    /** The line that takes {@code point} back. */
    static PointEntry reversal(PointEntry point, String reason, Source source, Instant now) {
        PointEntry reversal = new PointEntry(point.sealId, point.complaintId, Kind.REVERSAL, point.ground, point,
            source, now);
        reversal.proof = point.proof;
        reversal.reverses = point;
        reversal.reason = reason;
        return reversal;
    }

    private PointEntry(long sealId, long complaintId, Kind kind, Ground ground, PointEntry last, Source source,
            Instant now) {
        this.sealId = sealId;
        this.complaintId = complaintId;
        this.turn = last == null ? 1 : last.turn + 1;
        this.follows = last == null ? null : last.turn;
        this.kind = kind;
        this.ground = ground;
        this.ruleId = ground.rule;
        this.enteredBy = source.who();
        this.model = source.model();
        this.modelVersion = source.version();
        this.enteredAt = now;
    }

    public Long id() {
        return id;
    }

    public long sealId() {
        return sealId;
    }

    /** The complaint that the line cites. */
    public long complaintId() {
        return complaintId;
    }

    public Kind kind() {
        return kind;
    }

    /** What the point was given for, or the point that is taken back. */
    public Ground ground() {
        return ground;
    }

    /** The rule that the line cites, such as {@code R2}. */
    public String rule() {
        return ruleId;
    }

    /** What proves that the business had notice of the complaint (N7); null if nothing did when the point was given. */
    public String proof() {
        return proof;
    }

    /** Who or what entered the line, with which process model. */
    public Source source() {
        return new Source(enteredBy, model, modelVersion);
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    /** The id of the line that this one takes back; null for a point. */
    public Long reverses() {
        return reverses == null ? null : reverses.id;
    }

    /** Why the point was taken back; null for a point. */
    public String reason() {
        return reason;
    }
}
