package org.namad.amendment;

import java.time.Instant;
import java.util.Optional;

/** Where holders ask for changes of registered data, and see how they stand. */
public interface AmendmentDesk {

    /** What a change of {@code subject} takes, as the decision table in force says. */
    Route route(Subject subject);

    /**
     * Takes the wish and sets it on its way; a change that takes nothing is done on return.
     *
     * @throws AmendmentRefused if it is none, one of the same is under way, or the seal or the new site does not allow it
     */
    Amendment ask(NewAmendment wish);

    /**
     * Takes the wish back.
     *
     * @throws AmendmentRefused if it is over
     */
    void withdraw(long amendmentId);

    /** The holder says that the seal is on the new site; it is looked for soon. Without effect if nothing waits for it. */
    void reportPlacement(long amendmentId);

    /** Until when the seal must be on the new site; empty if that is not waited for. */
    Optional<Instant> placementDeadline(long amendmentId);
}
