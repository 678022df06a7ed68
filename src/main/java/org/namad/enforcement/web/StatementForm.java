package org.namad.enforcement.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.namad.document.FormFiles;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.RemedyReport;
import org.springframework.web.multipart.MultipartFile;

/** What a holder writes in a case: the reply to the letter, the report of a remedy, or an appeal. */
class StatementForm {

    private String said = "";
    @NotBlank(message = "{enforcement.page.text.missing}")
    @Size(max = 3000, message = "{enforcement.page.text.long}")
    private String text;
    private Map<Long, Item> items = new HashMap<>();
    private String token = FormFiles.newToken();
    private List<MultipartFile> files = List.of();
    private Long drop;

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

    public List<MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<MultipartFile> files) {
        this.files = files;
    }

    public String getToken() {
        return token;
    }

    /** Takes a token as {@link FormFiles} makes them; anything else is ignored. */
    public void setToken(String token) {
        if (FormFiles.isToken(token)) {
            this.token = token;
        }
    }

    /** The id of a file that the holder does not want any more, or null. */
    public Long getDrop() {
        return drop;
    }

    public void setDrop(Long drop) {
        this.drop = drop;
    }
}
