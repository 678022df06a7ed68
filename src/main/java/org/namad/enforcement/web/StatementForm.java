package org.namad.enforcement.web;

import java.util.HashMap;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.namad.document.FormWithFiles;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;

/** What a holder writes in a case: the reply to the letter, the report of a remedy, or an appeal. */
class StatementForm extends FormWithFiles {

    private String said = "";
    @NotBlank(message = "{enforcement.page.text.missing}")
    @Size(max = 3000, message = "{enforcement.page.text.long}")
    private String text;
    private Map<Long, Item> items = new HashMap<>();

    /** What is said of one item of the checklist. */
    static class Item {

        private boolean done;
        private String comment;

        public boolean isDone() {
            return done;
        }

        public void setDone(boolean done) {
            this.done = done;
        }

        public String getComment() {
            return comment;
        }

        public void setComment(String comment) {
            this.comment = comment;
        }

        RemedyReport.Said said() {
            return new RemedyReport.Said(done, comment);
        }

        boolean isTooLong() {
            return comment != null && comment.strip().length() > RemedyItem.LONGEST_COMMENT;
        }
    }

    /** Which of the page's forms it is. */
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

    public Map<Long, Item> getItems() {
        return items;
    }

    public void setItems(Map<Long, Item> items) {
        this.items = items;
    }
}
