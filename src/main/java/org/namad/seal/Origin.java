package org.namad.seal;

import java.net.URI;
import java.util.Optional;

/**
 * Which site a visitor of the profile came from, or shows the badge, as the browser tells it (R16, N4).
 *
 * @param kind how that site stands to the seal
 * @param host the site; null if the browser did not tell
 */
public record Origin(Kind kind, String host) {

    /** How a site stands to a seal. */
    public enum Kind {
        /** From the site that the seal was issued for. */
        OWN_SITE,
        /** From a host below the domain that the seal was issued for. */
        BELOW,
        /** From another site, which may be a forger's or a search engine. */
        ELSEWHERE,
        /** From another page of the platform. */
        HERE,
        /** Nobody knows; browsers keep it to themselves for many good reasons. */
        UNKNOWN
    }

    /**
     * Reads what the browser told.
     *
     * @param referer the header of that name, or null
     * @param domain  for which the seal was issued
     * @param baseUrl of the platform
     */
    public static Origin of(String referer, String domain, String baseUrl) {
        // What browsers send with nearly every badge.
        if (("https://" + domain + "/").equals(referer)) {
            return new Origin(Kind.OWN_SITE, domain);
        }
        Optional<String> told = host(referer);
        if (told.isEmpty()) {
            return new Origin(Kind.UNKNOWN, null);
        }
        String host = told.get();
        if (host.equals(domain)) {
            return new Origin(Kind.OWN_SITE, host);
        }
        if (host.endsWith("." + domain)) {
            return new Origin(Kind.BELOW, host);
        }
        return new Origin(told.equals(host(baseUrl)) ? Kind.HERE : Kind.ELSEWHERE, host);
    }

    /** The site as people read it; null if the browser did not tell. */
    public String shown() {
        return host == null ? null : Domains.shown(host);
    }

    /** Applications that give their own name instead of a site's have not told one. */
    private static Optional<String> host(String address) {
        if (address == null || !address.matches("(?i)https?://.*")) {
            return Optional.empty();
        }
        return Domains.of(address).or(() -> numeric(address));
    }

    /** The host of an address that has no domain, such as {@code http://192.0.2.7/}. */
    private static Optional<String> numeric(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
