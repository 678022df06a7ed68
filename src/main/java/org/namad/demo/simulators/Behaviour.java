package org.namad.demo.simulators;

import java.util.Locale;

/** How a simulated registry answers. */
public enum Behaviour {
    /** The claim is right. */
    CONFIRMED,
    /** Something else is registered under the number. */
    MISMATCH,
    /** The number is not known. */
    UNKNOWN,
    /** Known, and it stands against the applicant. */
    NEGATIVE,
    /** The answer comes after {@link RegistrySimulator#SLOW}, when nobody waits any more. */
    SLOW,
    /** An HTTP status 500. */
    FAILING,
    /** Status 200 with {@link RegistrySimulator#GARBLED}, one after the other: nothing that the protocol knows. */
    GARBLED;

    /** @throws IllegalArgumentException if {@code text} names none of these, in any case */
    static Behaviour of(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
