package org.namad.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every invitation to act for a company and what became of it. They change at the {@link DelegationDesk}. */
public interface Delegations extends Repository<Delegation, Long> {

    Delegation saveAndFlush(Delegation delegation);

    /** The delegation with its business, the owner and the delegate. */
    @Query("select d from Delegation d join fetch d.business b join fetch b.owner join fetch d.invitedBy "
        + "left join fetch d.delegate where d.id = :id")
    Optional<Delegation> findById(Long id);

    /** All that there ever was for a business, those in force and awaited first, then the latest. */
    @Query("select d from Delegation d left join fetch d.delegate where d.business.id = :businessId "
        + "order by case when d.openNationalId is null then 1 else 0 end, d.id desc")
    List<Delegation> ofBusiness(Long businessId);

    /** All that a person has answered, the latest first. */
    @Query("select d from Delegation d join fetch d.business b join fetch b.owner join fetch d.delegate p "
        + "where p.id = :personId order by d.id desc")
    List<Delegation> ofDelegate(Long personId);

    /** The delegation in force, or awaited, between a business and the holder of a national ID. */
    Optional<Delegation> findByBusinessIdAndOpenNationalId(Long businessId, String nationalId);

    long countByBusinessIdAndInvitedAtAfter(Long businessId, Instant start);
}
