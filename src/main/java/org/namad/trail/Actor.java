package org.namad.trail;

/**
 * Who made a change.
 *
 * @param kind    what sort of actor
 * @param name    a staff member's user id; a party as {@code person-3}; the page that a link leads to; otherwise null
 * @param element the step of the process in which it happened, as {@code complaint:3/Task_MarkUnanswered}, or null
 */
public record Actor(Kind kind, String name, String element) {

    /** The sorts of actors. */
    public enum Kind {
        /** A member of the staff. */
        STAFF,
        /** A consumer or business owner who was signed in. */
        PARTY,
        /** Whoever came by a signed link, without signing in. */
        LINK,
        /** A visitor who was not signed in, someone who registers for example. */
        VISITOR,
        /** A process by itself, when a timer fired for example. */
        PROCESS,
        /** The platform outside of any process. */
        SYSTEM
    }
}
