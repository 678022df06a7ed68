package org.namad.web;

import java.time.Clock;
import java.util.List;

import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Indicators;
import org.namad.party.Businesses;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The seals of a person. */
@Component
class HeldSeals {

    /**
     * A seal in short.
     *
     * @param seal       the seal
     * @param status     what it is worth now
     * @param indicators its record, as the public sees it
     */
    record Held(Seal seal, SealStatus status, Indicators indicators) {
    }

    private final Seals seals;
    private final Businesses businesses;
    private final ComplaintRecord record;
    private final Clock clock;

    HeldSeals(Seals seals, Businesses businesses, ComplaintRecord record, Clock clock) {
        this.seals = seals;
        this.businesses = businesses;
        this.record = record;
        this.clock = clock;
    }

    /** The oldest first. */
    List<Held> of(SignedIn person) {
        return seals.findByBusinessIdInOrderById(businesses.actedForBy(person.personId())).stream()
            .map(seal -> new Held(seal, seal.statusAt(clock.instant()), record.indicators(seal.id()))).toList();
    }

    /**
     * The seal with this number, with its holder.
     *
     * @throws ResponseStatusException 404, if this person may not act for its holder
     */
    Seal one(long id, SignedIn person) {
        return seals.findByBusinessIdInOrderById(businesses.actedForBy(person.personId())).stream()
            .filter(seal -> seal.id() == id).findFirst()
            .flatMap(seal -> seals.findByIdAndCode(id, seal.code()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
