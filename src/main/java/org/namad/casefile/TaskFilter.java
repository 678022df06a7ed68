package org.namad.casefile;

import java.util.List;
import java.util.Set;

/**
 * A filter that Tasklist offers: which open tasks of the reader's groups it shows.
 *
 * @param id        names the filter for ever, whatever people call it; such as {@code complaint.NOT_DELIVERED}
 * @param label     the key of its name in the message bundles
 * @param position  where it stands among the others
 * @param groups    who sees it
 * @param processes the keys of the processes whose tasks it shows; empty for all
 * @param fact      the name of a fact that the task must have; null for none
 * @param value     what that fact must say
 */
public record TaskFilter(String id, String label, int position, Set<String> groups, List<String> processes, String fact,
        String value) {

    /** The tasks of these processes. */
    public static TaskFilter ofProcesses(String id, String label, int position, Set<String> groups,
            String... processes) {
        return new TaskFilter(id, label, position, groups, List.of(processes), null, null);
    }

    /** The tasks with this fact. */
    public static TaskFilter ofFact(String id, String label, int position, Set<String> groups, String fact,
            String value) {
        return new TaskFilter(id, label, position, groups, List.of(), fact, value);
    }
}
