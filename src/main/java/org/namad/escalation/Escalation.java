package org.namad.escalation;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** That an audience was told of an overdue task; never changed, and at most one for a task and an audience. */
@Entity
@Immutable
@Table(name = "task_escalation")
public class Escalation {

    /** The audience of those who are to do the task; every other audience is a group of the staff. */
    public static final String DOERS = "doers";

    private static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "task_escalation_seq")
    @SequenceGenerator(name = "task_escalation_seq", sequenceName = "task_escalation_seq", allocationSize = 50)
    private Long id;
    private String taskId;
    private String audience;
    private String caseKey;
    private String taskName;
    private String readers;
    private Instant toldAt;

    protected Escalation() {
    }

    /**
     * Notes who was told.
     *
     * @param caseKey the case of the task; null if it has none
     * @param readers the names of those who got a mail; empty if nobody could be reached
     */
    public Escalation(String taskId, String audience, String caseKey, String taskName, String readers, Instant toldAt) {
        this.taskId = taskId;
        this.audience = audience;
        this.caseKey = caseKey;
        this.taskName = taskName;
        this.readers = readers.length() <= LONGEST ? readers : readers.substring(0, LONGEST - 1) + "…";
        this.toldAt = toldAt;
    }

    public Long id() {
        return id;
    }

    /** {@link #DOERS} or a group of the staff. */
    public String audience() {
        return audience;
    }

    /** What the model called the task. */
    public String taskName() {
        return taskName;
    }

    /** The names of those who got a mail; empty if nobody could be reached. */
    public String readers() {
        return readers;
    }

    public Instant toldAt() {
        return toldAt;
    }
}
