package org.namad.amendment;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

/**
 * A registered value, or one that shall take its place.
 *
 * @param text     the value; of an address, street and number; null where nothing is registered or declared
 * @param province of an address, otherwise null
 * @param city     of an address, otherwise null
 */
@Embeddable
public record Datum(String text, String province, String city) {

    /** A value that is no address. */
    public static Datum of(String text) {
        return new Datum(text, null, null);
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return text != null;
    }

    /** The value in one line; empty if there is none. */
    public String line() {
        return Stream.of(province, city, text).filter(part -> part != null).collect(Collectors.joining("، "));
    }
}
