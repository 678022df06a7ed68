package org.namad.renewal.process;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;

import org.namad.calendar.NamadClock;
import org.namad.modelling.ForModels;
import org.namad.renewal.Assessment;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** The days of a renewal, counted back from the end of the term, for timers in the model (R18). */
@Component("renewalTerm")
public class RenewalTerm {

    private final Renewals renewals;
    private final Clock clock;

    RenewalTerm(Renewals renewals, Clock clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    /**
     * When to remind, {@code before} (an ISO period) the end. A day that has passed already must not be made up for: it
     * becomes the end itself, which the wait for the update never reaches.
     */
    @ForModels
    public Date reminder(Long renewalId, String before) {
        Instant day = daysBefore(renewalId, before);
        return day.isAfter(clock.instant()) ? Date.from(day) : end(renewalId);
    }

    /** The day {@code before} (an ISO period) the end; if it has passed, the timer fires at once. */
    @ForModels
    public Date deadline(Long renewalId, String before) {
        return Date.from(daysBefore(renewalId, before));
    }

    /** The end of the term. */
    @ForModels
    public Date end(Long renewalId) {
        return Date.from(renewals.get(renewalId).termEnd());
    }

    /** When the complaint no longer stands against renewal (R20) or the term ends, whichever comes first. */
    @ForModels
    public Date blockOrTermEnd(Long renewalId) {
        Renewal renewal = renewals.get(renewalId);
        Assessment assessment = renewal.assessment();
        boolean endsEarlier = assessment != null && assessment.standsUntil() != null
            && assessment.standsUntil().isBefore(renewal.termEnd());
        return Date.from(endsEarlier ? assessment.standsUntil() : renewal.termEnd());
    }

    /** Whether the term is over, to the second: MariaDB keeps due dates of timers no more exactly. */
    @ForModels
    public boolean over(Long renewalId) {
        return !renewals.get(renewalId).termEnd().isAfter(clock.instant().plusSeconds(1));
    }

    private Instant daysBefore(Long renewalId, String before) {
        return ZonedDateTime.ofInstant(renewals.get(renewalId).termEnd(), NamadClock.TEHRAN)
            .minus(Period.parse(before)).toInstant();
    }
}
