package org.namad.casefile;

import java.time.Instant;

/**
 * A case in a line.
 *
 * @param key    names the case
 * @param shop   the name of the shop
 * @param domain the host name of the shop's site, as it is stored
 * @param site   the same as people read it
 * @param sealId the seal; null before there is one
 * @param opened when the case began
 * @param state  where it stands or how it ended, in words
 * @param open   whether something is left to do
 */
public record CaseSummary(CaseKey key, String shop, String domain, String site, Long sealId, Instant opened,
        String state, boolean open) {
}
