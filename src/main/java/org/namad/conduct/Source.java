package org.namad.conduct;

/**
 * Where a line of the ledger comes from (N6).
 *
 * @param who     the staff member whose work led to it; otherwise what did it, as {@code complaint/Task_MarkUnanswered}
 * @param model   the key of the process model that entered it; null outside of a process
 * @param version the version of that model; null outside of a process
 */
public record Source(String who, String model, Integer version) {

    /** A line that no process entered. */
    public static Source of(String who) {
        return new Source(who, null, null);
    }
}
