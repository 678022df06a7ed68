package org.namad.conduct;

import java.util.Optional;

/** Knows whether a business was told of a complaint: a point cites it (N6, N7). Implemented where complaints are. */
public interface Proof {

    /**
     * What proves that the business had notice of the complaint, in a few words with the time; empty if nothing does.
     * At most 1,000 characters are kept.
     */
    Optional<String> of(long complaintId);
}
