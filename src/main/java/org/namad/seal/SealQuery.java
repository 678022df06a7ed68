package org.namad.seal;

import java.time.Instant;

/**
 * What somebody looks for among the seals (R28).
 *
 * @param text     words of a name or part of an address, as typed; may be empty if something else is asked for
 * @param status   or null for any
 * @param stars    at least so many; 0 for any
 * @param province as named in the data of the business, however typed; empty for any
 * @param activity a key of {@link Activities}; empty for any
 */
public record SealQuery(String text, SealStatus status, int stars, String province, String activity) {

    /** Whether {@code seal}, whose holder is loaded, is one of those asked for, whatever its name. */
    public boolean takesIn(Seal seal, Instant now) {
        return (status == null || status == seal.statusAt(now)) && stars <= seal.stars()
            && (province.isEmpty() || isProvinceOf(seal)) && (activity.isEmpty() || activity.equals(seal.activity()));
    }

    private boolean isProvinceOf(Seal seal) {
        String holders = seal.business().province();
        return holders != null && Seal.searchable(holders).equals(Seal.searchable(province));
    }

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return text.isBlank() && status == null && stars == 0 && province.isEmpty() && activity.isEmpty();
    }
}
