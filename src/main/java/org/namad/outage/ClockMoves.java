package org.namad.outage;

import java.util.List;

import org.springframework.data.repository.Repository;

/** Every timer that was moved for an outage. */
public interface ClockMoves extends Repository<ClockMove, Long> {

    /** What one outage moved, in the order in which the timers are due. */
    List<ClockMove> findByOutageIdOrderByToDue(Long outageId);

    /** What outages have done to one timer so far. */
    List<ClockMove> findByTimerId(String timerId);

    long countByOutageId(Long outageId);

    ClockMove saveAndFlush(ClockMove move);
}
