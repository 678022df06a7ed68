package org.namad.engine;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** That a staff member is away from one day to another, and who does that person's work meanwhile. */
@Entity
@Table(name = "staff_absence")
public class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_absence_seq")
    @SequenceGenerator(name = "staff_absence_seq", sequenceName = "staff_absence_seq", allocationSize = 50)
    private Long id;
    private String absentId;
    private String substituteId;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String enteredBy;
    private Instant enteredAt;
    private String endedBy;
    private Instant endedAt;

    protected Absence() {
    }

    Absence(String absentId, String substituteId, LocalDate firstDay, LocalDate lastDay, String enteredBy,
            Instant enteredAt) {
        this.absentId = absentId;
        this.substituteId = substituteId;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    public Long id() {
        return id;
    }

    /** The user id of whoever is away. */
    public String absentId() {
        return absentId;
    }

    /** The user id of whoever does the work meanwhile. */
    public String substituteId() {
        return substituteId;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day of the absence, which still counts. */
    public LocalDate lastDay() {
        return lastDay;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    /** Ends the absence at once, whatever its last day; it stays on record. */
    void end(String who, Instant when) {
        endedBy = who;
        endedAt = when;
    }
}
