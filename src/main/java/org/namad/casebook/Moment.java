package org.namad.casebook;

import java.time.Instant;
import java.util.List;

import org.namad.trail.ChangeLines;

/**
 * One thing that happened in a case, as the page of the case tells it.
 *
 * @param when    at what time
 * @param kind    what sort of thing
 * @param who     who did it; null where nobody in particular did, or nobody noted it
 * @param what    what happened, in words
 * @param detail  what was said or found; null if nothing
 * @param changes what changed in the case's data; empty for other kinds
 */
public record Moment(Instant when, Kind kind, String who, String what, String detail, List<ChangeLines.Line> changes) {

    /** The sorts of things that happen in a case. */
    public enum Kind {
        /** A side or a member of the staff said or decided something. */
        SAID,
        /** The process came to a step. */
        STEP,
        /** A mail left, or was to leave. */
        MAIL,
        /** A document came in. */
        DOCUMENT,
        /** A line of the ledger of negative points. */
        POINT,
        /** A note of the staff. */
        NOTE,
        /** Data of the case changed. */
        CHANGE
    }

    /** Whether the detail is in the words of whoever did it. */
    public boolean isQuoted() {
        return detail != null && (kind == Kind.SAID || kind == Kind.NOTE);
    }

    /** Whether the detail says more about what happened; what changed stands apart. */
    public boolean isExplained() {
        return detail != null && !isQuoted() && kind != Kind.CHANGE;
    }

    static Moment of(Instant when, Kind kind, String who, String what, String detail) {
        return new Moment(when, kind, who, what, detail, List.of());
    }
}
