package org.namad.complaint.web;

import java.util.List;

import org.namad.document.FormFiles;
import org.namad.document.FormFiles.Files;

/**
 * What somebody typed into one of a page's forms, and what is amiss with it.
 *
 * @param form  the name of the form; null if nothing was typed yet
 * @param text  the words
 * @param error the key of a message about the words, or null
 * @param files the files with them
 * @param done  whether the writer is done: not if a file was only taken off the form
 */
record Typed(String form, String text, String error, Files files, boolean done) {

    static final Typed NOTHING = new Typed(null, "", null, null, false);

    /** What the form with this name shows: what was typed into it, or nothing. */
    public Typed in(String name) {
        return name.equals(form) ? this
            : new Typed(name, "", null, new Files(FormFiles.newToken(), List.of(), List.of()), false);
    }

    /** Whether the page must say that nothing was taken. */
    public boolean isWrong() {
        return error != null || files.areWrong();
    }

    boolean isReady() {
        return done && !isWrong();
    }
}
