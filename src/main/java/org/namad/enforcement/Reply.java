package org.namad.enforcement;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/**
 * What a holder said to an earlier letter of a case.
 *
 * @param text   in the holder's words
 * @param saidAt when
 */
@Embeddable
public record Reply(String text, Instant saidAt) {
}
