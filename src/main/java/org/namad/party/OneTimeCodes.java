package org.namad.party;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The one-time codes of the last days. */
interface OneTimeCodes extends Repository<OneTimeCode, Long> {

    OneTimeCode save(OneTimeCode code);

    Optional<OneTimeCode> findById(Long id);

    long countByNationalIdAndIssuedAtAfter(String nationalId, Instant start);

    long countByRemoteAddressAndIssuedAtAfter(String remoteAddress, Instant start);

    /** Takes one try before the code is looked at, so that guessing in parallel gains nothing; 0 if none is left. */
    @Modifying
    @Query("""
        update OneTimeCode c set c.tries = c.tries + 1
        where c.id = :id and c.tries < :most and c.usedAt is null and c.expiresAt > :now""")
    int takeTry(Long id, int most, Instant now);

    /** Uses the code up; 0 if it has been used before. */
    @Modifying
    @Query("update OneTimeCode c set c.usedAt = :now where c.id = :id and c.usedAt is null")
    int use(Long id, Instant now);

    @Modifying
    @Query("delete from OneTimeCode c where c.issuedAt < :end")
    int deleteIssuedBefore(Instant end);
}
