package org.namad.party;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Every business that holds or has applied for a seal, and the one place that knows who may act for it: its owner and,
 * for a legal person, the delegates whom the owner has invited (R12). It is asked at every request, so a delegate who is
 * withdrawn has lost access by the next one.
 */
public interface Businesses extends Repository<Business, Long> {

    Business save(Business business);

    Optional<Business> findById(Long id);

    Optional<Business> findByLegalId(String legalId);

    List<Business> findByOwnerId(Long ownerId);

    /** The numbers of the businesses for which a person may act. */
    default List<Long> actedForBy(long personId) {
        return Stream.concat(ownedBy(personId).stream(), delegatedTo(personId).stream()).distinct().toList();
    }

    /** Whether a person may act for a business; what only its owner may do is not asked here. */
    @Query("""
        select count(b) > 0 from Business b where b.id = :businessId and (b.owner.id = :personId or exists (
            select d.id from Delegation d where d.business = b and d.delegate.id = :personId
            and d.state = org.namad.party.Delegation.State.ACTIVE))""")
    boolean mayAct(long personId, long businessId);

    /** Those who may act for a business beside its owner. */
    @Query("select p from Delegation d join d.delegate p where d.business.id = :businessId "
        + "and d.state = org.namad.party.Delegation.State.ACTIVE order by d.id")
    List<Person> delegatesOf(long businessId);

    /** The business with its owner, if this person may act for it. */
    default Optional<Business> findForActor(long businessId, long personId) {
        return mayAct(personId, businessId) ? findWithOwnerById(businessId) : Optional.empty();
    }

    /** The businesses with these numbers and their owners, by number. */
    @Query("select b from Business b join fetch b.owner where b.id in :ids order by b.id")
    List<Business> findAllWithOwner(List<Long> ids);

    @Query("select b from Business b join fetch b.owner where b.id = :id")
    Optional<Business> findWithOwnerById(Long id);

    @Query("select b.id from Business b where b.owner.id = :personId order by b.id")
    List<Long> ownedBy(long personId);

    @Query("select d.business.id from Delegation d where d.delegate.id = :personId "
        + "and d.state = org.namad.party.Delegation.State.ACTIVE order by d.business.id")
    List<Long> delegatedTo(long personId);
}
