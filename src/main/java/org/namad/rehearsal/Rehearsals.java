package org.namad.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every rehearsal there was. */
public interface Rehearsals extends Repository<Rehearsal, Long> {

    /** Saves at once, so that a second one under way is refused here. */
    Rehearsal saveAndFlush(Rehearsal rehearsal);

    Optional<Rehearsal> findById(Long id);

    /** The latest fifty, without what came of them. */
    @Query("select new org.namad.rehearsal.Rehearsals$Line(r.id, r.name, r.startedBy, r.startedAt, r.state) "
        + "from Rehearsal r order by r.id desc limit 50")
    List<Line> latest();

    /** The one that is under way. */
    @Query("select r from Rehearsal r where r.underWay = 1")
    Optional<Rehearsal> underWay();

    /** A rehearsal in a list. */
    record Line(Long id, String name, String startedBy, Instant startedAt, Rehearsal.State state) {
    }
}
