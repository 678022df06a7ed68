package org.namad.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The register of seals. States change through {@link SealRegister}. */
public interface Seals extends Repository<Seal, Long> {

    Seal save(Seal seal);

    void delete(Seal seal);

    Optional<Seal> findById(Long id);

    /** @param domain lower case, without {@code www.}, see {@link Domains#of} */
    Optional<Seal> findByDomain(String domain);

    List<Seal> findByBusinessOwnerIdOrderById(Long ownerId);

    /** Active seals whose term ends after {@code from} and not after {@code until}, the earliest first. */
    @Query("select s from Seal s where s.status = org.namad.seal.SealStatus.ACTIVE "
        + "and s.expiresAt > :from and s.expiresAt <= :until order by s.expiresAt")
    List<Seal> expiringBetween(Instant from, Instant until);

    /** Seals that changed their state from {@code start} on and before {@code end}, the earliest first. */
    @Query("select s from Seal s where s.statusChangedAt >= :start and s.statusChangedAt < :end "
        + "order by s.statusChangedAt")
    List<Seal> changedBetween(Instant start, Instant end);

    long count();
}
