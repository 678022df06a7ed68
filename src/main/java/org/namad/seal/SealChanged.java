package org.namad.seal;

import java.time.Instant;

/**
 * A seal changed its state, its term or what else the public sees of it.
 *
 * @param sealId the seal
 * @param status its status after the change
 * @param at     when
 */
public record SealChanged(long sealId, SealStatus status, Instant at) {
}
