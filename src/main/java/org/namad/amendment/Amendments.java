package org.namad.amendment;

import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every change of registered data. They are asked for at the {@link AmendmentDesk}. */
public interface Amendments extends Repository<Amendment, Long> {

    Amendment saveAndFlush(Amendment amendment);

    /** The change with its seal and the seal's holder. */
    @EntityGraph(attributePaths = "seal.business.owner")
    Optional<Amendment> findById(Long id);

    /** @throws NoSuchElementException if there is no such change */
    default Amendment get(long id) {
        return findById(id).orElseThrow(() -> new NoSuchElementException("no amendment " + id));
    }

    /** Whether a change of this subject is under way, see {@link Amendment}. */
    boolean existsByOpenSubject(String openSubject);

    /** Whether a seal is about to move to this domain. */
    boolean existsByOpenDomain(String domain);

    /** The changes of a seal's data and of its holder's, the latest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select a from Amendment a where a.seal.id = :sealId or a.seal.business.id = :businessId and a.subject in ("
        + "org.namad.amendment.Subject.PHONE, org.namad.amendment.Subject.ADDRESS, org.namad.amendment.Subject.NAME) "
        + "order by a.id desc")
    List<Amendment> about(Long sealId, Long businessId);

    /** The changes under way of {@code ownerId}'s seals, the earliest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select a from Amendment a where a.closedAt is null and a.seal.business.owner.id = :ownerId order by a.id")
    List<Amendment> openOf(Long ownerId);

    /** The changes of the data of the seal of this site, the latest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<Amendment> findBySealDomainOrderByIdDesc(String domain);

    /** The changes that were asked for a person's seals, the latest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    List<Amendment> findBySealBusinessOwnerIdOrderByIdDesc(Long ownerId);

    /** All changes of the data of these businesses and their seals, the oldest first. */
    @EntityGraph(attributePaths = "seal.business.owner")
    @Query("select a from Amendment a where a.seal.business.id in :businessIds order by a.id")
    List<Amendment> allOf(Collection<Long> businessIds);

    /** The changes of a seal's data that are under way. */
    List<Amendment> findBySealIdAndClosedAtIsNull(Long sealId);
}
