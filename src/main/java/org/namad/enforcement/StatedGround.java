package org.namad.enforcement;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

import org.namad.casefile.Attributable;

/** A ground of a case with what it rests on. */
@Entity
@Attributable("enforcement-ground")
public class StatedGround {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stated_ground_seq")
    @SequenceGenerator(name = "stated_ground_seq", sequenceName = "stated_ground_seq", allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Ground ground;
    private String evidence;
    private Instant statedAt;
    @Enumerated(EnumType.STRING)
    private StatedBy.Kind statedByKind;
    private String statedBy;

    protected StatedGround() {
    }

    StatedGround(Ground ground, String evidence, StatedBy by, Instant now) {
        this.ground = ground;
        this.evidence = evidence;
        this.statedAt = now;
        this.statedByKind = by.kind();
        this.statedBy = by.name();
    }

    public Ground ground() {
        return ground;
    }

    /** What was found, as told to the holder; null where the ground says it all. */
    public String evidence() {
        return evidence;
    }

    public Instant statedAt() {
        return statedAt;
    }

    /** Who stated it; null for grounds of old, when nobody noted it. */
    public StatedBy statedBy() {
        return statedByKind == null ? null : new StatedBy(statedByKind, statedBy);
    }
}
