package org.namad.rollout.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;

/**
 * What the check says of some files.
 *
 * @param byFile its sentences by the file; an empty list for a file without fault
 */
record Findings(Map<String, List<String>> byFile) {

    /** Checks files; none at all are no fault. */
    static Findings of(Map<String, byte[]> files, ModelCheck check, Locale locale) {
        Map<String, List<String>> byFile = new TreeMap<>();
        files.keySet().forEach(file -> byFile.put(file, new ArrayList<>()));
        if (!files.isEmpty()) {
            for (Fault fault : check.check(files)) {
                byFile.computeIfAbsent(fault.file(), file -> new ArrayList<>()).add(check.sentence(fault, locale));
            }
        }
        return new Findings(byFile);
    }

    /** How many faults were found. */
    public int count() {
        return byFile.values().stream().mapToInt(List::size).sum();
    }

    /** Whether there are files, and nothing stands against deploying them. */
    public boolean isClean() {
        return !byFile.isEmpty() && count() == 0;
    }

    /** The files in which nothing was found. */
    public List<String> clean() {
        return byFile.entrySet().stream().filter(file -> file.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }
}
