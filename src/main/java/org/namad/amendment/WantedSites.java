package org.namad.amendment;

import org.namad.issuance.SiteClaims;
import org.springframework.stereotype.Component;

/** Sites to which a seal is to move: nobody applies for them meanwhile. */
@Component
class WantedSites implements SiteClaims {

    private final Amendments amendments;

    WantedSites(Amendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public boolean isClaimed(String domain) {
        return amendments.existsByOpenDomain(domain);
    }
}
