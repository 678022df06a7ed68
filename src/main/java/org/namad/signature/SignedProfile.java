package org.namad.signature;

import java.time.Instant;

/**
 * What the platform says about a seal, signed (N14).
 *
 * @param jws   compact JWS (ES256)
 * @param until when it no longer holds
 */
public record SignedProfile(String jws, Instant until) {
}
