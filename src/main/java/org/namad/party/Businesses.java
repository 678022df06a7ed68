package org.namad.party;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Every business that holds or has applied for a seal. */
public interface Businesses extends Repository<Business, Long> {

    Business save(Business business);

    Optional<Business> findById(Long id);

    Optional<Business> findByLegalId(String legalId);

    List<Business> findByOwnerId(Long ownerId);
}
