package org.namad.rollout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.namad.modelling.PolicyReplay.Outcome;

/** Policies replayed on the past with other decision tables than today's, before these are adopted (N8). */
public interface Replays {

    /**
     * Tables that a policy can be replayed with: an older version of one, or a draft.
     *
     * @param id      names it to {@link #files}
     * @param policy  the policy's first decision, which names it
     * @param name    of the table or the draft
     * @param version of the table; 0 for a draft
     * @param since   when it was deployed
     */
    record Candidate(String id, String policy, String name, int version, Instant since) {
    }

    /**
     * What today's tables and the candidate's make of the same past.
     *
     * @param policy      the policy's first decision, which names it
     * @param decisions   the decisions that the candidate has and that were put in the place of today's
     * @param seals       about how many seals the tables were asked
     * @param rows        the outcomes one by one
     * @param differences the seals of which the two make different things, by number
     */
    record Comparison(String policy, Set<String> decisions, int seals, List<Row> rows, List<Difference> differences) {
    }

    /** For how many seals an outcome came about: in fact, by today's tables, and by the candidate's. */
    record Row(String outcome, long inFact, int today, int candidate) {

        /** By how many seals the candidate has more; negative if fewer. */
        public int more() {
            return candidate - today;
        }
    }

    /** A seal of which the two make different things. */
    record Difference(long sealId, List<Outcome> today, List<Outcome> candidate) {
    }

    /** Older versions of the tables, and drafts that hold one, the newest first. */
    List<Candidate> candidates();

    /**
     * The files of a candidate.
     *
     * @throws java.util.NoSuchElementException if there is no such candidate
     */
    Map<String, byte[]> files(String candidate);

    /**
     * Replays the policy to which the files belong, from the first to the last day.
     *
     * @param files tables that have passed the check
     * @throws ModelRefused if they hold no table of a policy that can be replayed, or one that gives no answer
     */
    Comparison replay(Map<String, byte[]> files, LocalDate first, LocalDate last);
}
