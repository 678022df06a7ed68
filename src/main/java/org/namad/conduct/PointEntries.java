package org.namad.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The lines of the ledger. */
interface PointEntries extends Repository<PointEntry, Long> {

    /** Writes at once, so that a second line in the same place is refused here. */
    PointEntry saveAndFlush(PointEntry entry);

    /** The last line about a complaint. */
    @Query("select e from PointEntry e where e.complaintId = :complaintId order by e.turn desc limit 1")
    Optional<PointEntry> lastAbout(long complaintId);

    @Query("select e from PointEntry e where e.sealId = :sealId order by e.enteredAt, e.complaintId, e.turn")
    List<PointEntry> about(long sealId);

    /** How many points entered after {@code since} have not been taken back. */
    @Query("""
        select count(e) from PointEntry e
        where e.sealId = :sealId and e.enteredAt > :since and e.kind = org.namad.conduct.PointEntry.Kind.POINT
        and not exists (select r from PointEntry r where r.reverses = e)""")
    long standing(long sealId, Instant since);

    @Query("select e from PointEntry e where e.enteredAt >= :start and e.enteredAt < :end order by e.enteredAt, e.complaintId, e.turn")
    List<PointEntry> between(Instant start, Instant end);
}
