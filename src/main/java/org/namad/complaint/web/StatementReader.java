package org.namad.complaint.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.document.FormFiles;
import org.namad.document.FormFiles.Files;
import org.namad.document.Upload;
import org.namad.party.SignedIn;
import org.namad.party.WaitingForms;
import org.springframework.stereotype.Component;

/** Reads what somebody says about a complaint in a form, and keeps the files that came with it. */
@Component
class StatementReader {

    private final FormFiles formFiles;
    private final WaitingForms waiting;

    StatementReader(FormFiles formFiles, WaitingForms waiting) {
        this.formFiles = formFiles;
        this.waiting = waiting;
    }

    /** What waits to be finished by this reader on the page that is asked for. */
    Typed waiting(HttpServletRequest request, SignedIn reader) {
        StatementForm form = new StatementForm();
        return waiting.fill(form, request, reader)
            ? new Typed(form.getSaid(), form.getText(), null, formFiles.of(form.getToken()), false) : Typed.NOTHING;
    }

    /**
     * What somebody says in the form with this name.
     *
     * @param longest  how many characters the words may have
     * @param senderId null if the writer is not signed in
     */
    Typed read(String name, StatementForm form, int longest, Long senderId) {
        Files files = formFiles.take(form, senderId);
        String text = form.getText() == null ? "" : form.getText().strip();
        boolean done = form.getDrop() == null;
        String error = !done ? null : text.isEmpty() ? "complaint.error." + name
            : text.length() > longest ? "complaint.error.tooLong." + longest : null;
        return new Typed(name, text, error, files, done);
    }

    /** A form that was sent without a word, since none was needed. */
    Typed nothingToSay(StatementForm form) {
        return new Typed(null, "", null, formFiles.of(form.getToken()), true);
    }

    /** The files kept so far with their bytes, for the complaint. */
    List<Upload> uploads(String token) {
        return formFiles.uploads(token);
    }
}
