package org.namad.rollout.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The drafts that are to go live from a day on. */
interface PlannedDrafts extends Repository<PlannedDraft, Long> {

    PlannedDraft saveAndFlush(PlannedDraft planned);

    List<PlannedDraft> findAllByOrderByLiveFromAscIdAsc();

    Optional<PlannedDraft> findByDraftId(String draftId);

    @Query("select p from PlannedDraft p where p.refusedAt is null and p.liveFrom <= :today order by p.liveFrom, p.id")
    List<PlannedDraft> due(LocalDate today);

    /** Takes one that waits out of the plan; 1 for the node that was first, 0 for all others. */
    @Modifying
    @Query("delete from PlannedDraft p where p.id = :id and p.refusedAt is null")
    int claim(long id);

    /** The one with this id, if it waits, held against all other nodes. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PlannedDraft p where p.id = :id and p.refusedAt is null")
    Optional<PlannedDraft> waiting(long id);

    @Modifying
    @Query("delete from PlannedDraft p where p.draftId = :draftId")
    void forget(String draftId);
}
