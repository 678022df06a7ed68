package org.namad.rollout.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** That a draft is to go live from a day on, and what came of it if it was refused. */
@Entity
@Table(name = "planned_draft")
class PlannedDraft {

    private static final int LONGEST = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "planned_draft_seq")
    @SequenceGenerator(name = "planned_draft_seq", sequenceName = "planned_draft_seq", allocationSize = 50)
    private Long id;
    private String draftId;
    private String name;
    private LocalDate liveFrom;
    private String plannedBy;
    private Instant refusedAt;
    private String reasons;

    protected PlannedDraft() {
    }

    PlannedDraft(String draftId, String name, LocalDate liveFrom, String plannedBy) {
        this.draftId = draftId;
        this.name = name;
        this.liveFrom = liveFrom;
        this.plannedBy = plannedBy;
    }

    /** Notes why it did not go live; it is not tried again. */
    void refuse(List<String> sentences, Instant at) {
        String lines = String.join("\n", sentences);
        reasons = lines.length() <= LONGEST ? lines : lines.substring(0, LONGEST - 1) + "…";
        refusedAt = at;
    }

    Long id() {
        return id;
    }

    String draftId() {
        return draftId;
    }

    String name() {
        return name;
    }

    LocalDate liveFrom() {
        return liveFrom;
    }

    /** The account of whoever decided it. */
    String plannedBy() {
        return plannedBy;
    }

    boolean isRefused() {
        return refusedAt != null;
    }

    /** A sentence each; none if it waits, or was refused without any. */
    List<String> reasons() {
        return reasons == null ? List.of() : reasons.lines().toList();
    }
}
