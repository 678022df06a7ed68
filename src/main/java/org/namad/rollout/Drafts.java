package org.namad.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that passed the check of a deployment and wait: deployed under a name that begins with {@code draft}, from Modeler
 * or here, they are kept with date and author, and nothing of them is live. A person's newer draft takes the place of
 * that person's older one of the same name; the drafts of two people stand side by side.
 */
public interface Drafts {

    /**
     * Files kept together.
     *
     * @param id     the id of their deployment
     * @param name   as their author called them, with the word that makes them a draft
     * @param author by name; null if nobody is known
     * @param files  their names without folders, models and tables first
     */
    record Draft(String id, String name, String author, Instant deployedAt, List<String> files) {
    }

    /** All drafts, the newest first. */
    List<Draft> all();

    /** The draft with this id. */
    Optional<Draft> find(String id);

    /**
     * The contents of a draft by the names of the files.
     *
     * @throws java.util.NoSuchElementException if there is no such draft
     */
    Map<String, byte[]> files(String id);

    /**
     * Keeps files as a draft in somebody's name, once they have passed the check.
     *
     * @param name what the draft is to be called, beginning with {@code draft} or {@code پیش‌نویس}
     * @return the draft's id
     * @throws ModelRefused if the check or the engine refuses
     */
    String keep(String name, Map<String, byte[]> files, String staffId);

    /**
     * Deploys a draft's files in somebody's name, so that they go live, checked again; the draft is one no longer.
     *
     * @throws ModelRefused                     if the check or the engine refuses; the draft stays
     * @throws java.util.NoSuchElementException if there is no such draft
     */
    void putLive(String id, String staffId);

    /**
     * Throws a draft away.
     *
     * @throws ModelRefused                     if the person has no right to put models live
     * @throws java.util.NoSuchElementException if there is no such draft
     */
    void discard(String id, String staffId);
}
