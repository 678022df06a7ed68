package org.namad.trail;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;

/** The trail of changes. Lines are added by {@link ChangeListener} alone. */
public interface Changes extends Repository<ChangeEntry, Long> {

    /** What was changed about {@code caseKey}, the latest first. */
    Slice<ChangeEntry> findByCaseKeyOrderByIdDesc(String caseKey, Pageable page);
}
