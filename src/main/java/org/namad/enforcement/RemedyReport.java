package org.namad.enforcement;

import java.util.List;
import java.util.Map;

import org.namad.document.Upload;

/**
 * What the holder of a suspended seal says to have put right.
 *
 * @param text  about all of it
 * @param items what is said of single items of the checklist, by their ids; the others are not put right
 * @param proof files that show it
 */
public record RemedyReport(String text, Map<Long, Said> items, List<Upload> proof) {

    /**
     * What is said of one item.
     *
     * @param done    whether it has been put right
     * @param comment how, or why not; may be null
     */
    public record Said(boolean done, String comment) {
    }
}
