package org.namad.modelling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A policy in decision tables whose past can be replayed with other tables (N8): its module knows at which moments the
 * process asks, and what was known then. Nothing is changed by a replay.
 */
public interface PolicyReplay {

    /** Answers as decision tables that need not be live. */
    interface Tables {

        /**
         * The first output of a decision.
         *
         * @param inputs what the table may ask for, by the names that the process uses
         */
        Object answer(String decision, Map<String, Object> inputs);
    }

    /**
     * Something that a table brought about.
     *
     * @param name one of {@link PolicyReplay#outcomes()}
     */
    record Outcome(String name, Instant when) {
    }

    /**
     * What became of a seal.
     *
     * @param outcomes for each of the alternatives, in order of time
     */
    record Replayed(long sealId, List<List<Outcome>> outcomes) {
    }

    /** The decisions that make up the policy; the first one names it. */
    List<String> decisions();

    /** What the tables can bring about, in the order in which people read it. */
    List<String> outcomes();

    /** For how many seals this came about in fact from {@code from} on and before {@code until}, by outcome. */
    Map<String, Long> inFact(Instant from, Instant until);

    /**
     * Asks each of the alternatives at every moment at which the process would have asked, with what was known then.
     *
     * @param seals is told of every seal about which a table was asked, and what came about from {@code from} on and
     *              before {@code until}
     */
    void replay(Instant from, Instant until, List<Tables> alternatives, Consumer<Replayed> seals);
}
