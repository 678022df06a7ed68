package org.namad.conduct;

/**
 * A negative point and what became of it.
 *
 * @param entry    the line that gave it
 * @param reversal the line that took it back; null if it stands
 */
public record Point(PointEntry entry, PointEntry reversal) {
}
