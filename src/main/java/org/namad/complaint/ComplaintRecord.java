package org.namad.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.namad.calendar.NamadClock;
import org.namad.conduct.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of complaints about a seal: indicators for everyone (R3), standing for supervision and renewal. */
@Service
@Transactional(readOnly = true)
public class ComplaintRecord {

    private static final Set<ComplaintStatus> UNANSWERED =
        EnumSet.of(ComplaintStatus.OVERDUE, ComplaintStatus.CLOSED_UNANSWERED);
    private static final Set<ComplaintStatus> SETTLED =
        EnumSet.of(ComplaintStatus.SETTLED, ComplaintStatus.CLOSED_WITHOUT_VERDICT);
    private static final Set<ComplaintStatus> IN_PROGRESS = EnumSet.of(ComplaintStatus.AWAITING_ANSWER,
        ComplaintStatus.AWAITING_VERDICT, ComplaintStatus.DISPUTED);

    private final Complaints complaints;
    private final Ledger ledger;
    private final Clock clock;

    ComplaintRecord(Complaints complaints, Ledger ledger, Clock clock) {
        this.complaints = complaints;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the profile shows, over all time (R3). */
    public Indicators indicators(long sealId) {
        List<Tally> tallies = complaints.tally(sealId, Instant.EPOCH);
        Duration meanDelay = complaints.meanAnswerSeconds(sealId)
            .map(seconds -> Duration.ofSeconds(Math.round(seconds))).orElse(null);
        return new Indicators(count(tallies, UNANSWERED), meanDelay, ledger.points(sealId),
            (int) tallies.stream().filter(t -> !t.status().isClosed()).mapToLong(Tally::count).sum(),
            count(tallies, SETTLED), count(tallies, EnumSet.of(ComplaintStatus.UPHELD)),
            count(tallies, EnumSet.of(ComplaintStatus.DISMISSED)),
            count(tallies, EnumSet.allOf(ComplaintStatus.class)));
    }

    /** The complaints registered, and the points entered, within the last {@code window} (R7, R20). */
    public Standing standing(long sealId, Period window) {
        Instant since = ZonedDateTime.ofInstant(clock.instant(), NamadClock.TEHRAN).minus(window).toInstant();
        List<Tally> tallies = complaints.tally(sealId, since);
        Set<ComplaintStatus> blocking = EnumSet.of(ComplaintStatus.UPHELD);
        blocking.addAll(UNANSWERED);
        Instant lastBlocking = tallies.stream().filter(t -> blocking.contains(t.status())).map(Tally::latest)
            .max(Instant::compareTo).orElse(null);
        return new Standing(count(tallies, EnumSet.complementOf(EnumSet.of(ComplaintStatus.DISMISSED))),
            ledger.pointsSince(sealId, since), count(tallies, UNANSWERED), count(tallies, IN_PROGRESS),
            count(tallies, SETTLED), count(tallies, EnumSet.of(ComplaintStatus.UPHELD)),
            count(tallies, EnumSet.of(ComplaintStatus.DISMISSED)), lastBlocking,
            tallies.stream().map(Tally::latest).max(Instant::compareTo).orElse(null));
    }

    private static int count(List<Tally> tallies, Set<ComplaintStatus> statuses) {
        return (int) tallies.stream().filter(t -> statuses.contains(t.status())).mapToLong(Tally::count).sum();
    }
}
