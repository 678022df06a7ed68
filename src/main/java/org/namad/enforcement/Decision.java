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

/** One officer's decision on a seal, and what the second one made of it. */
@Entity
@Attributable("enforcement-decision")
@Table(name = "enforcement_decision")
public class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enforcement_decision_seq")
    @SequenceGenerator(name = "enforcement_decision_seq", sequenceName = "enforcement_decision_seq",
        allocationSize = 50)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Measure measure;
    private String reasons;
    private String decidedBy;
    private Instant decidedAt;
    private Boolean confirmed;
    private String note;
    private String confirmedBy;
    private Instant confirmedAt;

    protected Decision() {
    }

    Decision(Measure measure, String reasons, String officer, Instant now) {
        this.measure = measure;
        this.reasons = reasons;
        this.decidedBy = officer;
        this.decidedAt = now;
    }

    void confirm(boolean yes, String why, String officer, Instant now) {
        confirmed = yes;
        note = why;
        confirmedBy = officer;
        confirmedAt = now;
    }

    public Measure measure() {
        return measure;
    }

    public String reasons() {
        return reasons;
    }

    /** The user name of the officer who decided. */
    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Whether the decision is in force: false as long as the second person has not confirmed it, or if returned. */
    public boolean inForce() {
        return Boolean.TRUE.equals(confirmed);
    }

    /** Whether the second person has returned it. */
    public boolean returned() {
        return Boolean.FALSE.equals(confirmed);
    }

    /** What the second person said about it, or null. */
    public String note() {
        return note;
    }

    /** The user name of the second person; null until then. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
