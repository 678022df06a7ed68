package org.namad.complaint.web;

import org.namad.document.FormWithFiles;

/** A form in which somebody says something about a complaint: words and, with most, files. */
public class StatementForm extends FormWithFiles {

    private String said = "";
    private String text = "";

    /** The name of the form. */
    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
