package org.namad.casefile;

import java.time.Instant;

/**
 * A case in a line.
 *
 * @param key    names the case
 * @param shop   the name of the shop
 * @param domain the shop's website
 * @param sealId the seal; null before there is one
 * @param opened when the case began
 * @param state  where it stands or how it ended, in words
 * @param open   whether something is left to do
 */
public record CaseSummary(CaseKey key, String shop, String domain, Long sealId, Instant opened, String state,
        boolean open) {
}
