package org.namad.enforcement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every enforcement case. */
public interface EnforcementCases extends Repository<EnforcementCase, Long> {

    EnforcementCase saveAndFlush(EnforcementCase enforcementCase);

    /** The case with its seal, the seal's holder and the appeal. */
    @EntityGraph(attributePaths = {"seal.business.owner", "appeal"})
    Optional<EnforcementCase> findById(Long id);

    /** @throws NoSuchElementException if there is no such case */
    default EnforcementCase get(long id) {
        return findById(id).orElseThrow(() -> new NoSuchElementException("no enforcement case " + id));
    }

    /** The case with all that belongs to it, for use after the transaction. */
    @Transactional(readOnly = true)
    default Optional<EnforcementCase> findWithDossierById(long id) {
        Optional<EnforcementCase> found = findById(id);
        found.ifPresent(EnforcementCase::readAll);
        return found;
    }

    /** The open case about a seal. */
    Optional<EnforcementCase> findByOpenSealId(Long sealId);

    boolean existsByOpenSealId(Long sealId);

    /** The open cases about the seals of these businesses, the oldest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select c from EnforcementCase c where c.openSealId is not null and c.seal.business.id in :businessIds "
        + "order by c.openedAt")
    List<EnforcementCase> openOf(Collection<Long> businessIds);

    /** All cases about the seals of these businesses, the oldest first. */
    @EntityGraph(attributePaths = {"seal.business.owner", "appeal"})
    @Query("select c from EnforcementCase c where c.seal.business.id in :businessIds order by c.id")
    List<EnforcementCase> allOf(Collection<Long> businessIds);

    /** The cases about a seal, the newest first. */
    List<EnforcementCase> findBySealIdOrderByOpenedAtDesc(Long sealId);

    /** The cases about the shop at {@code domain}, the newest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<EnforcementCase> findBySealDomainOrderByOpenedAtDesc(String domain);

    /** The cases about the seals of this person's businesses, the newest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<EnforcementCase> findBySealBusinessOwnerIdOrderByOpenedAtDesc(Long ownerId);

    /** Whether {@code ground} was stated about the seal since {@code since}. */
    @Query("select count(g) > 0 from EnforcementCase c join c.grounds g "
        + "where c.seal.id = :sealId and g.ground = :ground and g.statedAt >= :since")
    boolean stated(Long sealId, Ground ground, Instant since);

    /** About how many seals each ground was stated from {@code from} on and before {@code until}; none is missing. */
    @Query("select new org.namad.enforcement.EnforcementCases$OnGround(g.ground, count(distinct c.seal.id)) "
        + "from EnforcementCase c join c.grounds g where g.statedAt >= :from and g.statedAt < :until group by g.ground")
    List<OnGround> statedBetween(Instant from, Instant until);

    /** About how many seals a ground was stated. */
    record OnGround(Ground ground, long seals) {
    }
}
