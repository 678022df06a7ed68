package org.namad.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.namad.casefile.CaseKey;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every mail that was ever posted. */
public interface Mails extends Repository<Mail, Long> {

    /** The mails of one case, oldest first. */
    default List<Mail> of(CaseKey key) {
        return findByCaseKeyOrderByPostedAtAscIdAsc(key.toString());
    }

    /** The mails posted from {@code start} on and before {@code end}, oldest first. */
    @Query("select m from Mail m where m.postedAt >= :start and m.postedAt < :end order by m.postedAt, m.id")
    List<Mail> between(Instant start, Instant end);

    /** The mails that could not be delivered, with their delivery logs, newest first. */
    @Transactional(readOnly = true)
    default List<Mail> failed(int limit) {
        List<Mail> failed = findByStatusInOrderByPostedAtDesc(
            List.of(Mail.Status.FAILED, Mail.Status.BOUNCED), Limit.of(limit));
        failed.forEach(Mail::attempts);
        return failed;
    }

    /** The mail with its delivery log. */
    @EntityGraph(attributePaths = "attempts")
    Optional<Mail> findWithAttemptsById(Long id);

    Optional<Mail> findByMessageId(String messageId);

    /** The mail with the files that go with it. */
    @EntityGraph(attributePaths = "attachments")
    Optional<Mail> findWithAttachmentsById(Long id);

    boolean existsByStatusAndClaimedUntilAfter(Mail.Status status, Instant machineNow);

    /** The mails whose end has still to be told. */
    @Query("select m.id from Mail m where m.untold = true order by m.id")
    List<Long> untold(Limit limit);

    /** Takes it upon the caller's transaction to tell a mail's end; 0 if there is nothing to tell, or another does. */
    @Modifying
    @Query("update Mail m set m.untold = false where m.id = :id and m.untold = true")
    int takeEnding(Long id);

    /** Withdraws the mails of one occurrence, its repetitions included, that wait to be sent. */
    @Modifying
    @Query("""
        update Mail m set m.status = WITHDRAWN, m.nextAttemptAt = null
        where m.caseKey = :caseKey and m.status = WAITING
          and (m.occurrence = :occurrence or m.occurrence like concat(:occurrence, '-%'))""")
    int withdraw(String caseKey, String occurrence);

    /** The mails to one person who is reached at this address now, which others may share; newest first. */
    @Query("select new org.namad.notification.Mails$Line(m.id, m.subject, m.caseKey, m.postedAt, m.status) from Mail m "
        + "where m.readerAddress = :address and m.recipientName = :name order by m.postedAt desc, m.id desc")
    Slice<Line> to(String address, String name, Pageable page);

    /** All mails to one person who is reached at this address now, without their texts, the oldest first. */
    @Query("select new org.namad.notification.Mails$Posted(m.id, m.subject, m.caseKey, m.postedAt, m.status, m.sentAt, "
        + "m.secret) from Mail m where m.readerAddress = :address and m.recipientName = :name order by m.id")
    List<Posted> postedTo(String address, String name);

    /** The delivery logs of all mails to one person who is reached at this address now, each in its order. */
    @Query("select new org.namad.notification.Mails$Attempt(m.id, a) from Mail m join m.attempts a "
        + "where m.readerAddress = :address and m.recipientName = :name order by m.id, index(a)")
    List<Attempt> attemptsFor(String address, String name);

    /** The person who was reached at {@code former} is reached at {@code address} from now on, and keeps the mails. */
    @Modifying
    @Query("update Mail m set m.readerAddress = :address where m.readerAddress = :former and m.recipientName = :name")
    void follow(String former, String name, String address);

    Mail save(Mail mail);

    List<Mail> findByCaseKeyOrderByPostedAtAscIdAsc(String caseKey);

    List<Mail> findByStatusInOrderByPostedAtDesc(Collection<Mail.Status> statuses, Limit limit);

    boolean existsByCaseKeyAndTemplateAndOccurrenceAndAddress(String caseKey, String template, String occurrence,
        String address);

    /**
     * The mails that may be claimed now.
     *
     * @param machineNow the machine's time, by which claims run out
     */
    @Query("""
        select m.id from Mail m
        where m.status = WAITING and m.nextAttemptAt <= :now
           or m.status = SENDING and m.claimedUntil < :machineNow
        order by m.nextAttemptAt, m.id""")
    List<Long> due(Instant now, Instant machineNow, Limit limit);

    /** Claims a mail for one dispatcher; 0 if another one has been faster. */
    @Modifying
    @Query("""
        update Mail m set m.status = SENDING, m.claimedUntil = :claimedUntil
        where m.id = :id and (m.status = WAITING and m.nextAttemptAt <= :now
           or m.status = SENDING and m.claimedUntil < :machineNow)""")
    int claim(Long id, Instant now, Instant machineNow, Instant claimedUntil);

    /** A mail in a list. */
    record Line(Long id, String subject, String key, Instant postedAt, Mail.Status status) {

        /** The case that the mail is about. */
        public CaseKey caseKey() {
            return CaseKey.of(key);
        }
    }

    /** What is known about a mail; of one that is secret the text is nobody's. */
    record Posted(Long id, String subject, String caseKey, Instant postedAt, Mail.Status status, Instant sentAt,
            boolean secret) {
    }

    /** An attempt to deliver a mail. */
    record Attempt(Long mailId, DeliveryAttempt attempt) {
    }
}
