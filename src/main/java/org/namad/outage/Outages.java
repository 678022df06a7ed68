package org.namad.outage;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The log of outages. */
public interface Outages extends Repository<Outage, Long> {

    /** The whole log, the latest outage first. */
    List<Outage> findAllByOrderByStartedAtDesc();

    Optional<Outage> findById(Long id);

    Outage saveAndFlush(Outage outage);

    /** The outages of which not every clock has been moved yet, in the order in which they were logged. */
    List<Outage> findByClocksMovedFalseOrderById();
}
