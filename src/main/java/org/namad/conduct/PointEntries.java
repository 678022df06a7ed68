package org.namad.conduct;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The lines of the ledger. */
interface PointEntries extends Repository<PointEntry, Long> {

    PointEntry save(PointEntry entry);

    boolean existsByComplaintIdAndKind(long complaintId, PointEntry.Kind kind);

    List<PointEntry> findBySealIdOrderById(long sealId);

    @Query("""
        select coalesce(sum(case when e.kind = org.namad.conduct.PointEntry.Kind.POINT then 1 else -1 end), 0)
        from PointEntry e where e.sealId = :sealId and e.enteredAt > :since""")
    long balance(long sealId, Instant since);

    @Query("select e from PointEntry e where e.enteredAt >= :start and e.enteredAt < :end order by e.id")
    List<PointEntry> between(Instant start, Instant end);
}
