package org.namad.renewal;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;

import org.namad.calendar.NamadClock;
import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Standing;
import org.namad.enforcement.EnforcementCases;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.stereotype.Component;

/** Looks at the record of a seal for its renewal (R19, R20). */
@Component
public class Assessments {

    private final ComplaintRecord complaints;
    private final EnforcementCases enforcement;
    private final SealRegister register;
    private final Clock clock;

    Assessments(ComplaintRecord complaints, EnforcementCases enforcement, SealRegister register, Clock clock) {
        this.complaints = complaints;
        this.enforcement = enforcement;
        this.register = register;
        this.clock = clock;
    }

    /** What happened within the last {@code window}; a complaint stands against renewal for as long (R20). */
    public Assessment of(long sealId, Period window) {
        Standing standing = complaints.standing(sealId, window);
        Instant now = clock.instant();
        boolean supervised = enforcement.existsByOpenSealId(sealId)
            || register.get(sealId).statusAt(now) == SealStatus.SUSPENDED;
        Instant latest = standing.lastBlocking() == null ? standing.last() : standing.lastBlocking();
        Instant standsUntil = latest == null ? null
            : ZonedDateTime.ofInstant(latest, NamadClock.TEHRAN).plus(window).toInstant();
        return new Assessment(standing.unanswered(), standing.upheld(), standing.settled(), standing.dismissed(),
            standing.open(), supervised, standsUntil, now);
    }
}
