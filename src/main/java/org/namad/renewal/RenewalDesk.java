package org.namad.renewal;

import java.time.Instant;
import java.util.Optional;

/** Takes what holders say about the renewal of their seals, and tells them how it stands. */
public interface RenewalDesk {

    /**
     * Brings the shop's data up to date (R18). If the renewal waits for that, it is decided at once; later updates are
     * welcome too (R19).
     */
    void updateData(long renewalId, ShopData data);

    /** What would be decided on the seal's renewal as of now, and why (N11). */
    Assessment preview(long sealId);

    /**
     * Until when complaints stand against an expired seal's being issued anew, by the table or because an officer
     * refused its renewal for them; empty if nothing does (R20).
     */
    Optional<Instant> blockedUntil(long sealId);
}
