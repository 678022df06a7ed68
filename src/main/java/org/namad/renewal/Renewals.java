package org.namad.renewal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.QueryHint;

import org.hibernate.jpa.HibernateHints;
import org.namad.seal.Seal;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Every renewal. */
public interface Renewals extends Repository<Renewal, Long> {

    Renewal saveAndFlush(Renewal renewal);

    /** The renewal with its seal and the seal's holder. */
    @EntityGraph(attributePaths = "seal.business.owner")
    Optional<Renewal> findById(Long id);

    /** @throws NoSuchElementException if there is no such renewal */
    default Renewal get(long id) {
        return findById(id).orElseThrow(() -> new NoSuchElementException("no renewal " + id));
    }

    /** The open renewals of the seals of these businesses, the earliest end first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select r from Renewal r where r.closedAt is null and r.seal.business.id in :businessIds "
        + "order by r.termEnd")
    List<Renewal> openOf(Collection<Long> businessIds);

    /** All renewals of the seals of these businesses, the oldest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select r from Renewal r where r.seal.business.id in :businessIds order by r.id")
    List<Renewal> allOf(Collection<Long> businessIds);

    /** The renewals of a seal, the latest term first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<Renewal> findBySealIdOrderByTermEndDesc(Long sealId);

    /** The renewals of the shop at {@code domain}, the latest term first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<Renewal> findBySealDomainOrderByTermEndDesc(String domain);

    /** The renewals of the seals of this person's businesses, the latest term first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<Renewal> findBySealBusinessOwnerIdOrderByTermEndDesc(Long ownerId);

    /** The open renewal of a seal. */
    Optional<Renewal> findBySealIdAndClosedAtIsNull(Long sealId);

    /** Active seals whose term ends within the span and whose renewal at that end has not been opened yet. */
    @Query("""
        select s from Seal s
        where s.status = org.namad.seal.SealStatus.ACTIVE and s.expiresAt > :after and s.expiresAt <= :until
          and not exists (select r from Renewal r where r.seal = s and r.termEnd = s.expiresAt)
        order by s.expiresAt, s.id""")
    List<Seal> due(Instant after, Instant until, Limit limit);

    /** What the table was asked for renewals from {@code from} on and before {@code until}, and what it said. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("""
        select new org.namad.renewal.Renewals$Asked(r.seal.id, r.assessment) from Renewal r
        where r.assessment.assessedAt >= :from and r.assessment.assessedAt < :until and r.assessment.decision is not null
        order by r.seal.id, r.assessment.assessedAt""")
    Stream<Asked> asked(Instant from, Instant until);

    /** What was known of a seal when its renewal was decided. */
    record Asked(long sealId, Assessment assessment) {
    }
}
