package org.namad.conduct;

/**
 * How closely a seal is watched (R9), and what for.
 *
 * @param level   the level
 * @param because what led to it
 */
public record Supervision(Level level, Because because) {

    /** The levels of supervision. */
    public enum Level {
        /** Nothing out of the ordinary. */
        NORMAL,
        /** Published as needing more supervision. */
        CLOSER
    }

    /** What leads to closer supervision. */
    public enum Because {
        /** Nothing does. */
        NOTHING,
        /** Too many negative points. */
        POINTS,
        /** Too many complaints without an answer. */
        UNANSWERED,
        /** Too many complaints, measured by the transactions where these are declared. */
        COMPLAINTS
    }
}
