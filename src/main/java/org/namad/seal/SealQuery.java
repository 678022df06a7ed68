package org.namad.seal;

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

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return text.isBlank() && status == null && stars == 0 && province.isEmpty() && activity.isEmpty();
    }
}
