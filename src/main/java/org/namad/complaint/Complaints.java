package org.namad.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;

import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Every complaint that was registered. What is found comes with its seal, business and people. */
public interface Complaints extends Repository<Complaint, Long> {

    /** The start of queries for {@link Line}s: of complaints {@code c} about seals {@code s}. */
    String LINES = "select new org.namad.complaint.Complaints$Line(c.id, c.tracking, s.title, c.reason, c.status, "
        + "c.registeredAt, c.answeredAt, c.answerDue, c.verdictDue, c.closedAt) from Complaint c join c.seal s ";

    /** Saves at once, so that a second complaint of the day is refused here (R4). */
    Complaint saveAndFlush(Complaint complaint);

    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where c.id = :id")
    Optional<Complaint> findById(Long id);

    /** @param tracking ten ASCII digits */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where c.tracking = :tracking")
    Optional<Complaint> findByTracking(String tracking);

    /** Complaints about the sites of these businesses that are not closed, the most urgent first. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant "
        + "where b.id in :businessIds and c.closedAt is null order by c.answerDue, c.id")
    List<Complaint> openAgainst(Collection<Long> businessIds);

    /** Complaints about the sites of these businesses in which the business can still appeal. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where b.id in :businessIds "
        + "and (c.windows.rulingAppealUntil > :now or c.windows.silenceAppealUntil > :now) order by c.id")
    List<Complaint> appealableBy(Collection<Long> businessIds, Instant now);

    /** All complaints about the sites of these businesses, the oldest first. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where b.id in :businessIds order by c.id")
    List<Complaint> about(Collection<Long> businessIds);

    /** Complaints that this person filed, the latest first. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where c.complainant.id = :personId order by c.registeredAt desc, c.id desc")
    List<Complaint> filedBy(Long personId);

    /** Complaints about the seals with these numbers that are not closed. */
    @Query(LINES + "where s.id in :sealIds and c.closedAt is null")
    Slice<Line> openAbout(Collection<Long> sealIds, Pageable page);

    /** Complaints about the seals with these numbers that are closed. */
    @Query(LINES + "where s.id in :sealIds and c.closedAt is not null")
    Slice<Line> closedAbout(Collection<Long> sealIds, Pageable page);

    /** Complaints that this person filed, in short. */
    @Query(LINES + "where c.complainant.id = :personId")
    Slice<Line> linesFiledBy(Long personId, Pageable page);

    /** The complaints about a seal, the latest first, for its profile (R29). */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where s.id = :sealId order by c.registeredAt desc, c.id desc")
    Slice<Complaint> latestAbout(Long sealId, Pageable page);

    /** The complaints about the shop at {@code domain}, the latest first. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where s.domain = :domain order by c.registeredAt desc, c.id desc limit 100")
    List<Complaint> aboutShop(String domain);

    /** The complaints in which this person is a side, the latest first. */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner o "
        + "join fetch c.complainant p where p.id = :personId or o.id = :personId "
        + "order by c.registeredAt desc, c.id desc limit 100")
    List<Complaint> ofPerson(Long personId);

    /** The complaints about a seal that were registered after {@code since}, the oldest first (N10). */
    @Query("select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner "
        + "join fetch c.complainant where s.id = :sealId and c.registeredAt > :since order by c.registeredAt, c.id")
    List<Complaint> aboutSince(Long sealId, Instant since);

    boolean existsByComplainantIdAndSealIdAndFiledOn(Long complainantId, Long sealId, LocalDate filedOn);

    /** Complaints of other people about the same seal that name the same invoice or the same payment (N16). */
    @Query("""
        select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner
        join fetch c.complainant p
        where s.id = :sealId and p.id <> :complainantId
        and (lower(c.invoiceNumber) = lower(:invoiceNumber) or c.payment.reference = :paymentReference)
        order by c.id""")
    List<Complaint> sharing(Long sealId, Long complainantId, String invoiceNumber, String paymentReference);

    /** Complaints of other people about the same seal that name the same invoice or payment as {@code complaint} (N16). */
    default List<Complaint> sharing(Complaint complaint) {
        return sharing(complaint.seal().id(), complaint.complainant().id(), complaint.invoiceNumber(),
            complaint.payment() == null ? null : complaint.payment().reference());
    }

    long count();

    /** Complaints left unanswered whose deadline ran out from {@code from} on and before {@code until}, not excused yet. */
    @Query("""
        select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner
        join fetch c.complainant
        where c.leftUnansweredAt is not null and c.excusedAt is null and c.answerDue >= :from and c.answerDue < :until
        order by c.id""")
    List<Complaint> ranOut(Instant from, Instant until);

    /** The complaints whose answer is awaited and whose deadline ends soonest (R1). */
    @Query("""
        select c from Complaint c join fetch c.seal s join fetch s.business b join fetch b.owner
        join fetch c.complainant
        where c.status = org.namad.complaint.ComplaintStatus.AWAITING_ANSWER and c.answerDue is not null
        order by c.answerDue, c.id limit 20""")
    List<Complaint> endingSoonest();

    /** How many complaints' answers are awaited until a moment from {@code from} on and before {@code until}. */
    @Query("""
        select count(c) from Complaint c where c.status = org.namad.complaint.ComplaintStatus.AWAITING_ANSWER
        and c.answerDue >= :from and c.answerDue < :until""")
    long awaitedBetween(Instant from, Instant until);

    /** How many complaints were registered from {@code from} on and before {@code until}. */
    @Query("select count(c) from Complaint c where c.registeredAt >= :from and c.registeredAt < :until")
    long registeredBetween(Instant from, Instant until);

    /** How many complaints were closed from {@code from} on and before {@code until}. */
    @Query("select count(c) from Complaint c where c.closedAt >= :from and c.closedAt < :until")
    long closedBetween(Instant from, Instant until);

    /** What the record of a seal is reckoned from: one line for every complaint about it. */
    @Query("""
        select new org.namad.complaint.Figure(c.id, c.status, c.reason, c.registeredAt, c.answerSeconds,
            c.leftUnansweredAt)
        from Complaint c where c.seal.id = :sealId""")
    List<Figure> figures(Long sealId);

    /** The courses of all complaints that count and were registered before {@code until}, seal by seal; to be closed. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("""
        select new org.namad.complaint.PastRecord$Course(c.seal.id, c.id, c.status, c.registeredAt,
            (select max(k.takenAt) from c.clockSteps k where k.kind = org.namad.complaint.ClockStep.Kind.ADMITTED),
            c.leftUnansweredAt, c.answeredAt, c.closedAt)
        from Complaint c where c.registeredAt < :until
        and c.status not in (org.namad.complaint.ComplaintStatus.SET_ASIDE,
            org.namad.complaint.ComplaintStatus.SCREENED_OUT)
        order by c.seal.id, c.registeredAt, c.id""")
    Stream<PastRecord.Course> courses(Instant until);

    /** How many complaints that count were ever registered for each reason (R6); a reason without any is missing. */
    @Query("""
        select new org.namad.complaint.Complaints$ForReason(c.reason, count(c)) from Complaint c
        where c.status not in (org.namad.complaint.ComplaintStatus.SET_ASIDE,
            org.namad.complaint.ComplaintStatus.SCREENED_OUT) group by c.reason""")
    List<ForReason> byReason();

    /** How the complaints that count and were registered since {@code since} were answered. */
    @Query("""
        select new org.namad.complaint.Complaints$Answering(c.registeredAt, c.answerSeconds, c.leftUnansweredAt,
            (select count(p) from PointEntry p where p.complaintId = c.id
                and p.ground = org.namad.conduct.PointEntry.Ground.UNANSWERED
                and p.kind = org.namad.conduct.PointEntry.Kind.POINT),
            (select count(r) from PointEntry r where r.complaintId = c.id
                and r.ground = org.namad.conduct.PointEntry.Ground.UNANSWERED
                and r.kind = org.namad.conduct.PointEntry.Kind.REVERSAL))
        from Complaint c where c.registeredAt >= :since
        and c.status not in (org.namad.complaint.ComplaintStatus.SET_ASIDE,
            org.namad.complaint.ComplaintStatus.SCREENED_OUT)""")
    List<Answering> answeringSince(Instant since);

    /** A complaint in a list. */
    record Line(Long id, String tracking, String shop, ComplaintReason reason, ComplaintStatus status,
            Instant registeredAt, Instant answeredAt, Instant answerDue, Instant verdictDue, Instant closedAt) {

        /** Until when something is awaited of the business or, answered, of the consumer; null if of neither. */
        public Instant due() {
            return switch (status) {
                case AWAITING_ANSWER, UNREACHED, OVERDUE -> answerDue;
                case AWAITING_VERDICT -> verdictDue;
                default -> null;
            };
        }
    }

    /** How many complaints there are for a reason. */
    record ForReason(ComplaintReason reason, long complaints) {
    }

    /**
     * How a complaint was answered.
     *
     * @param answerSeconds    the time that the business took; null without an answer
     * @param leftUnansweredAt when the deadline passed without an answer, or null
     * @param points           how often the ledger gave a point for silence
     * @param reversals        how often it took one back
     */
    record Answering(Instant registeredAt, Long answerSeconds, Instant leftUnansweredAt, long points, long reversals) {

        /** Whether the silence was excused: then it is neither an answer in time nor a missing one. */
        public boolean excused() {
            return points > 0 && points == reversals;
        }

        /** Whether the deadline passed without an answer; a reopened complaint forgets that, but the ledger does not. */
        public boolean late() {
            return !excused() && (leftUnansweredAt != null || points > reversals);
        }

        /** Whether it was answered within the deadline. */
        public boolean inTime() {
            return answerSeconds != null && !late() && !excused();
        }
    }
}
