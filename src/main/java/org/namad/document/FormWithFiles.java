package org.namad.document;

import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/** A form with files, as it was typed: those that came with it are kept under its token, see {@link FormFiles}. */
public abstract class FormWithFiles {

    private String token = FormFiles.newToken();
    private List<MultipartFile> files = List.of();
    private Long drop;

    public String getToken() {
        return token;
    }

    /** Takes a token as {@link FormFiles} makes them; anything else is ignored. */
    public void setToken(String token) {
        if (FormFiles.isToken(token)) {
            this.token = token;
        }
    }

    /** What came with the form this time. */
    public List<MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<MultipartFile> files) {
        this.files = files;
    }

    /** The id of a kept file that the writer does not want any more, or null. */
    public Long getDrop() {
        return drop;
    }

    public void setDrop(Long drop) {
        this.drop = drop;
    }
}
