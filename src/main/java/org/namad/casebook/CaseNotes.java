package org.namad.casebook;

import java.util.List;

import org.springframework.data.repository.Repository;

/** Every note that staff have written about a case; notes are added and never changed. */
interface CaseNotes extends Repository<CaseNote, Long> {

    CaseNote save(CaseNote note);

    /** The notes about {@code caseKey}, the latest first. */
    List<CaseNote> findByCaseKeyOrderByIdDesc(String caseKey);
}
