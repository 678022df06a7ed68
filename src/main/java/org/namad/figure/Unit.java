package org.namad.figure;

/** What the numbers of a figure count. */
public enum Unit {
    /** Whole things. */
    COUNT,
    /** Hundredths of a whole, from 0 to 100. */
    PERCENT,
    /** Hours. */
    HOURS,
    /** Minutes. */
    MINUTES,
    /** Thousand billion toman. */
    TOMAN
}
