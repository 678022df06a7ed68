package org.namad.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.namad.seal.Seal;
import org.namad.seal.SealStatus;

/** What a seal that was issued is worth, as the API tells it. */
@Schema(enumAsRef = true, description = "What the seal is worth: ACTIVE in force; EXPIRED its term has ended without "
    + "renewal; SUSPENDED withheld until the holder has remedied what was found; REVOKED taken away.")
enum State {
    ACTIVE, EXPIRED, SUSPENDED, REVOKED;

    /** Of a seal that is not pending. */
    static State of(Seal seal, Instant now) {
        return valueOf(seal.statusAt(now).name());
    }

    SealStatus status() {
        return SealStatus.valueOf(name());
    }
}
