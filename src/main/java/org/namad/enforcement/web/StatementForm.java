package org.namad.enforcement.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a holder writes in a case: the reply to the letter, or the report of a remedy. */
class StatementForm {

    @NotBlank(message = "{enforcement.page.text.missing}")
    @Size(max = 3000, message = "{enforcement.page.text.long}")
    private String text;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
