package org.namad.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The absences of staff members. */
interface AbsenceRegister extends Repository<Absence, Long> {

    Absence save(Absence absence);

    Optional<Absence> findById(long id);

    @Query("select a from Absence a where a.endedAt is null and a.lastDay >= :day order by a.firstDay, a.id")
    List<Absence> from(LocalDate day);

    @Query("""
        select count(a) > 0 from Absence a where a.absentId = :absent and a.substituteId = :substitute
          and a.endedAt is null and :day between a.firstDay and a.lastDay""")
    boolean standsIn(String absent, String substitute, LocalDate day);

    @Query("""
        select a.substituteId from Absence a where a.absentId = :absent and a.endedAt is null
          and :day between a.firstDay and a.lastDay order by a.id desc""")
    List<String> substitutesOf(String absent, LocalDate day);

    @Query("""
        select count(a) > 0 from Absence a where a.absentId = :absent and a.endedAt is null
          and a.firstDay <= :lastDay and a.lastDay >= :firstDay""")
    boolean overlaps(String absent, LocalDate firstDay, LocalDate lastDay);
}
