package org.namad.rehearsal;

/**
 * One line of a case's timeline.
 *
 * @param minute how many minutes after the case began
 * @param kind   what sort of thing happened
 * @param id     what tells it apart from others of its kind, in every version: the step in the model, the mail's template …
 * @param what   in words: the name of the step, the subject of the mail …; null where the kind says it all
 * @param who    who did it or got it: {@code business}, {@code consumer}, a staff group, or {@code case-officer-2}, the
 *               second person of a group; null if nobody
 * @param times  how often it happened in that minute: eight complaints bring eight letters
 */
public record Happening(long minute, Kind kind, String id, String what, String who, int times) {

    /** What sort of thing happened. */
    public enum Kind {
        /** Somebody outside did something: complained, answered, paid. */
        ACT,
        /** Somebody outside wanted to do something, and Namad did not await it. */
        NOT_AWAITED,
        /** A mail was posted. */
        MAIL,
        /** A task was opened for somebody. */
        TASK_OPENED,
        /** A task was done. */
        TASK_DONE,
        /** A task was ended by something else. */
        TASK_ENDED,
        /** A timer went off. */
        TIMER,
        /** A decision table was asked. */
        DECISION,
        /** Namad did something by itself. */
        STEP,
        /** A negative point was entered. */
        POINT,
        /** A negative point was taken back. */
        POINT_REVERSED,
        /** The seal's state changed. */
        SEAL,
        /** A process ended. */
        ENDED,
        /** Something failed for good, and somebody has to look. */
        INCIDENT,
        /** A task that none of its candidates may do. */
        NOBODY,
        /** The rehearsal ended while the case still waited here. */
        WAITING
    }

    /** What makes two lines of two versions the same line, whenever they happen. */
    public String sameness() {
        return kind + "|" + id + "|" + who + "|" + times;
    }
}
