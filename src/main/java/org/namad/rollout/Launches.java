package org.namad.rollout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Drafts that go live from a day on (N8): checked when that is decided, and again when the day has come, Tehran's time.
 * Then they are deployed in the name of whoever decided it. If the check refuses by then, nothing changes: the draft
 * stays one, and that person is told.
 */
public interface Launches {

    /**
     * That a draft is to go live.
     *
     * @param draft   the draft's id; it may be gone, if its author has deployed a newer one of the same name
     * @param name    what the draft was called
     * @param from    the first day on which it is to be live
     * @param by      who decided it, by name
     * @param refused whether it should have gone live and was refused
     * @param reasons why it was refused, in the language of {@code namad.language}; empty if the person has no right to
     *                put models live any more, or the draft is gone
     */
    record Launch(String draft, String name, LocalDate from, String by, boolean refused, List<String> reasons) {
    }

    /** Somebody else has decided about the same draft at the same moment. */
    class DecidedMeanwhile extends RuntimeException {

        public DecidedMeanwhile(Throwable cause) {
            super("somebody else has decided about the draft at the same moment", cause);
        }
    }

    /** What is to go live or was refused, the earliest day first. */
    List<Launch> all();

    /** When this draft is to go live. */
    Optional<Launch> of(String draft);

    /**
     * Lets a draft go live on a day, in somebody's name; what was decided about this draft before is void.
     *
     * @param from a day after today
     * @throws ModelRefused                     if the check refuses the draft today, or the person has no right to put
     *                                          models live
     * @throws IllegalArgumentException         if the day is not after today
     * @throws DecidedMeanwhile                 if somebody else has decided about the draft meanwhile; nothing is changed
     * @throws java.util.NoSuchElementException if there is no such draft
     */
    void plan(String draft, LocalDate from, String staffId);

    /**
     * Lets a draft stay a draft.
     *
     * @throws ModelRefused if the person has no right to put models live
     */
    void cancel(String draft, String staffId);
}
