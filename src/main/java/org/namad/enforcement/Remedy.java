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

/** What the holder of a suspended seal reports to have remedied, and how it was found (R26). */
@Entity
@Attributable("enforcement-remedy")
public class Remedy {

    /** What an officer makes of a remedy. */
    public enum Verdict {
        /** The seal is reinstated. */
        ACCEPT,
        /** The holder may try again. */
        INSUFFICIENT,
        /** Nothing more is to be expected: the seal is taken away as soon as a second person has confirmed it. */
        REVOKE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remedy_seq")
    @SequenceGenerator(name = "remedy_seq", sequenceName = "remedy_seq", allocationSize = 50)
    private Long id;
    private String report;
    private Instant reportedAt;
    @Enumerated(EnumType.STRING)
    private Verdict verdict;
    private String reasons;
    private String checkedBy;
    private Instant checkedAt;
    private Boolean confirmed;
    private String note;
    private String confirmedBy;
    private Instant confirmedAt;

    protected Remedy() {
    }

    Remedy(String report, Instant now) {
        this.report = report;
        this.reportedAt = now;
    }

    void check(Verdict result, String why, String officer, Instant now) {
        verdict = result;
        reasons = why;
        checkedBy = officer;
        checkedAt = now;
        confirmed = null;
        note = null;
        confirmedBy = null;
        confirmedAt = null;
    }

    void confirm(boolean yes, String why, String officer, Instant now) {
        confirmed = yes;
        note = why;
        confirmedBy = officer;
        confirmedAt = now;
    }

    public String report() {
        return report;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    /** Null as long as it has not been checked. */
    public Verdict verdict() {
        return verdict;
    }

    public String reasons() {
        return reasons;
    }

    /** The user name of the officer who checked it. */
    public String checkedBy() {
        return checkedBy;
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    /** Whether the verdict is in force: not before it was given, and one that takes the seal away only if confirmed. */
    public boolean inForce() {
        return verdict != null && (verdict != Verdict.REVOKE || Boolean.TRUE.equals(confirmed));
    }

    /** Whether the second person has returned the verdict that takes the seal away. */
    public boolean returned() {
        return Boolean.FALSE.equals(confirmed);
    }

    /** What the second person missed in the verdict, or null. */
    public String note() {
        return note;
    }

    /** The user name of the second person, who confirmed or returned the verdict; null where none was asked yet. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
