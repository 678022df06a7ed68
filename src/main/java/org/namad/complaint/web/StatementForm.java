package org.namad.complaint.web;

import java.util.List;

import org.namad.document.FormFiles;
import org.springframework.web.multipart.MultipartFile;

/** A form in which somebody says something about a complaint: words and, with most, files. */
public class StatementForm {

    private String said = "";
    private String text = "";
    private String token = FormFiles.newToken();
    private List<MultipartFile> files = List.of();
    private Long drop;

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

    public String getToken() {
        return token;
    }

    /** Takes a token as {@link FormFiles} makes them; anything else is ignored. */
    public void setToken(String token) {
        if (FormFiles.isToken(token)) {
            this.token = token;
        }
    }

    public List<MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<MultipartFile> files) {
        this.files = files;
    }

    /** The id of a file that the writer does not want any more, or null. */
    public Long getDrop() {
        return drop;
    }

    public void setDrop(Long drop) {
        this.drop = drop;
    }
}
