package org.namad.enforcement;

/**
 * Who stated a ground (R25).
 *
 * @param kind what kind of witness it is
 * @param name the staff member's user name, or the key of the process or registry
 */
public record StatedBy(Kind kind, String name) {

    /** Where grounds come from. */
    public enum Kind {
        /** A staff member, on what was seen or on a letter that came in. */
        STAFF,
        /** A process of Namad, such as the count of complaints or the checking of sites. */
        PROCESS,
        /** A registry outside, such as that of the police. */
        REGISTRY
    }

    /** Stated by this staff member. */
    public static StatedBy staff(String userName) {
        return new StatedBy(Kind.STAFF, userName);
    }

    /** Found by the process with this key. */
    public static StatedBy process(String key) {
        return new StatedBy(Kind.PROCESS, key);
    }

    /** Reported by the registry of this name. */
    public static StatedBy registry(String name) {
        return new StatedBy(Kind.REGISTRY, name);
    }
}
