package org.namad.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Moves running cases from one version of a process to another. Every deadline stays as it was told: timers keep their
 * instants, also where the other version's would be longer or shorter. A reminder that only the other version has counts
 * from when its wait began, and is left out if its time is over.
 */
public interface CaseMoves {

    /** In place of an element in the other version: the cases shall no longer wait for this event. */
    String GIVEN_UP = "-";
    /** How many cases that could not move are told at a time. */
    int STAYS_A_PAGE = 100;

    /**
     * An element of a model.
     *
     * @param name what it is called in the picture, or its id
     */
    record Element(String id, String name) {
    }

    /**
     * An element and its counterpart in the other version.
     *
     * @param cases  how many cases wait there
     * @param before the timer's duration in the one version, if it differs in the other; else null
     * @param after  that in the other
     */
    record Pair(Element from, Element to, long cases, String before, String after) {
    }

    /**
     * An element at which cases wait and that has no counterpart of its own in the other version.
     *
     * @param event      whether it is a timer or a message that cases wait for beside their task
     * @param candidates the elements of the same kind in the other version that are still free
     * @param chosen     what it was mapped to by hand, {@link #GIVEN_UP} or null
     */
    record Gap(Element element, long cases, boolean event, List<Element> candidates, String chosen) {

        /** Whether somebody has to decide before anything can move. */
        public boolean isOpen() {
            return event && chosen == null;
        }
    }

    /**
     * What a move would do.
     *
     * @param pairs  elements with waiting cases or timers, and where they go
     * @param gaps   those that have no counterpart unless by hand: cases at a task stay in the old version; events must
     *               be mapped or given up
     * @param added  timers that only the other version has
     * @param faults what the engine says against the plan, in words
     */
    record Plan(ModelVersions.Model model, int from, int to, long cases, List<Pair> pairs, List<Gap> gaps,
            List<Element> added, List<String> faults) {

        /** Whether the move can begin. */
        public boolean isReady() {
            return !pairs.isEmpty() && faults.isEmpty() && gaps.stream().noneMatch(Gap::isOpen);
        }
    }

    /**
     * A move that somebody began.
     *
     * @param key    of the process
     * @param model  the process, by name
     * @param by     who began it, by name
     * @param cases  how many cases were to move
     * @param done   how many have moved
     * @param failed how many could not
     */
    record Move(String id, String key, String model, int from, int to, String by, Instant at, long cases,
            long done, long failed) {

        /** Whether nothing moves any more. */
        public boolean isOver() {
            return done + failed >= cases;
        }
    }

    /**
     * A case that could not move.
     *
     * @param caseKey  null if it has none, or has ended
     * @param process  id of the process instance; null if it has ended
     * @param elements where it waits
     * @param reason   in words
     * @param detail   what the engine said, if that has no words of ours; else null
     */
    record Stay(String caseKey, String process, List<Element> elements, String reason, String detail) {
    }

    /**
     * What moving the cases of one version to another would do; empty if there are no such versions.
     *
     * @param byHand ids of elements of the other version, or {@link #GIVEN_UP}, by ids of this one's
     */
    Optional<Plan> plan(String process, int from, int to, Map<String, String> byHand, Locale locale);

    /**
     * Begins the move in somebody's name. If the same move is under way, that one goes on and no other begins.
     *
     * @return its id
     * @throws ModelRefused if the plan is not ready, or the person has no right to it
     */
    String start(String process, int from, int to, Map<String, String> byHand, String staffId);

    /** The latest moves, the newest first. */
    List<Move> latest();

    /** The move with this id. */
    Optional<Move> find(String id);

    /**
     * Cases that could not move, {@link #STAYS_A_PAGE} at a time.
     *
     * @param page from 0
     */
    List<Stay> stays(String id, int page, Locale locale);

    /** Tries again, in somebody's name, what could not move; returns how many cases those are. */
    int retry(String id, String staffId);
}
