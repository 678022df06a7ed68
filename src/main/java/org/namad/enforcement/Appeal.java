package org.namad.enforcement;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.namad.casefile.Attributable;

/** The holder's one appeal against a suspension or revocation, and the ruling on it by a third person (R26). */
@Entity
@Attributable("enforcement-appeal")
@Table(name = "enforcement_appeal")
public class Appeal {

    /** How an appeal ends; the names are those of the form's values. */
    public enum Ruling {
        /** The seal is in force again. */
        GRANTED,
        /** The measure stays. */
        REJECTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enforcement_appeal_seq")
    @SequenceGenerator(name = "enforcement_appeal_seq", sequenceName = "enforcement_appeal_seq", allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Measure against;
    private String reasons;
    private Instant lodgedAt;
    @Enumerated(EnumType.STRING)
    private Ruling ruling;
    private String rulingReasons;
    private String ruledBy;
    private Instant ruledAt;

    protected Appeal() {
    }

    Appeal(Measure against, String reasons, Instant now) {
        this.against = against;
        this.reasons = reasons;
        this.lodgedAt = now;
    }

    void rule(Ruling result, String why, String officer, Instant now) {
        ruling = result;
        rulingReasons = why;
        ruledBy = officer;
        ruledAt = now;
    }

    /** {@link Measure#SUSPEND} or {@link Measure#REVOKE}. */
    public Measure against() {
        return against;
    }

    public String reasons() {
        return reasons;
    }

    public Instant lodgedAt() {
        return lodgedAt;
    }

    /** Null as long as nobody has ruled on it. */
    public Ruling ruling() {
        return ruling;
    }

    public String rulingReasons() {
        return rulingReasons;
    }

    /** The user name of the officer who ruled on it. */
    public String ruledBy() {
        return ruledBy;
    }

    public Instant ruledAt() {
        return ruledAt;
    }
}
