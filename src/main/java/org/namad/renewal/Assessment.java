package org.namad.renewal;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the record of a seal says about its renewal (R19, R20), with the decision drawn from it. */
@Embeddable
public class Assessment {

    private int unanswered;
    private int upheld;
    private int settled;
    private int dismissed;
    private int inProgress;
    private boolean supervised;
    private Instant standsUntil;
    private Instant assessedAt;
    @Enumerated(EnumType.STRING)
    private Decision decision;

    protected Assessment() {
    }

    /**
     * @param supervised  whether the seal is suspended or under enforcement
     * @param standsUntil until when the latest complaint stands against renewal (R20); null if there is none
     */
    Assessment(int unanswered, int upheld, int settled, int dismissed, int inProgress, boolean supervised,
            Instant standsUntil, Instant assessedAt) {
        this.unanswered = unanswered;
        this.upheld = upheld;
        this.settled = settled;
        this.dismissed = dismissed;
        this.inProgress = inProgress;
        this.supervised = supervised;
        this.standsUntil = standsUntil;
        this.assessedAt = assessedAt;
    }

    /** The same record with the decision that the table draws from it. */
    public Assessment decided(Decision drawn) {
        Assessment copy = new Assessment(unanswered, upheld, settled, dismissed, inProgress, supervised, standsUntil,
            assessedAt);
        copy.decision = drawn;
        return copy;
    }

    /** Complaints that were never answered. */
    public int unanswered() {
        return unanswered;
    }

    /** Complaints ruled to be right. */
    public int upheld() {
        return upheld;
    }

    /** Complaints settled with the consumer. */
    public int settled() {
        return settled;
    }

    /** Complaints ruled to be unfounded. */
    public int dismissed() {
        return dismissed;
    }

    /** Complaints still going on. */
    public int inProgress() {
        return inProgress;
    }

    /** Every complaint registered, whatever became of it. */
    public int complaints() {
        return unanswered + upheld + settled + dismissed + inProgress;
    }

    /** Whether the seal is suspended or under enforcement. */
    public boolean supervised() {
        return supervised;
    }

    /** Until when a complaint stands against renewal (R20); null if there is none. */
    public Instant standsUntil() {
        return standsUntil;
    }

    public Instant assessedAt() {
        return assessedAt;
    }

    /** What the decision table says; null before it was asked. */
    public Decision decision() {
        return decision;
    }
}
