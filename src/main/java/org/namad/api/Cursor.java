package org.namad.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.namad.seal.Seal;

/**
 * A place in the status feed: just after the change at {@code at} of the seal {@code sealId}. As text, microseconds
 * since 1970 and the number of the seal.
 */
record Cursor(Instant at, long sealId) {

    static final Cursor START = new Cursor(Instant.EPOCH, 0);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    static Cursor after(Seal seal) {
        return new Cursor(seal.changedAt(), seal.id());
    }

    /** @throws Refusal if {@code text} is none of ours */
    static Cursor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Refusal.parameter("since");
        }
        return new Cursor(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
            Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + sealId;
    }
}
