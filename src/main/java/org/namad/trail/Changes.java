package org.namad.trail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The trail of changes. Lines are added by {@link ChangeListener} alone. */
public interface Changes extends Repository<ChangeEntry, Long> {

    /** What was changed about {@code caseKey}, the latest first. */
    Slice<ChangeEntry> findByCaseKeyOrderByIdDesc(String caseKey, Pageable page);

    /** When cases came into one of these states or left it, the earliest first; {@code kind} such as {@code seal}. */
    @Query("select new org.namad.trail.Changes$Step(c.caseKey, c.oldText, c.newText, c.changedAt) from ChangeEntry c "
        + "where c.caseKey like concat(:kind, '-%') and c.field = 'status' "
        + "and (c.oldText in :states or c.newText in :states) order by c.id")
    List<Step> steps(String kind, Collection<String> states);

    /** What stood in two fields of the cases of this kind when both were changed at once. */
    @Query("select new org.namad.trail.Changes$Replaced(a.caseKey, a.oldText, b.oldText) from ChangeEntry a "
        + "join ChangeEntry b on b.caseKey = a.caseKey and b.changedAt = a.changedAt "
        + "where a.caseKey like concat(:kind, '-%') and a.field = :first and b.field = :second "
        + "and a.oldText is not null and b.oldText is not null order by a.id")
    List<Replaced> replaced(String kind, String first, String second);

    /** A case went from one state to another. */
    record Step(String caseKey, String before, String after, Instant changedAt) {
    }

    /** What two fields of a case held before. */
    record Replaced(String caseKey, String first, String second) {
    }
}
