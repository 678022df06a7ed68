package org.namad.amendment.web;

import java.util.List;

import org.namad.amendment.Datum;
import org.namad.amendment.Subject;
import org.namad.document.FormFiles;
import org.namad.seal.Seal;
import org.springframework.web.multipart.MultipartFile;

/** The change that a holder asks for, as typed; province and city belong to addresses alone. */
public class AmendmentForm {

    private String text = "";
    private String province = "";
    private String city = "";
    private String why = "";
    private String token = FormFiles.newToken();
    private List<MultipartFile> files = List.of();
    private Long drop;

    /** The form as it is first seen: with what is registered. */
    static AmendmentForm of(Subject subject, Seal seal) {
        Datum registered = subject.of(seal);
        AmendmentForm form = new AmendmentForm();
        form.text = registered.text();
        form.province = registered.province();
        form.city = registered.city();
        return form;
    }

    Datum typed() {
        return new Datum(text, province, city);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String province) {
        this.province = province;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
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

    /** The id of a file that the holder does not want any more, or null. */
    public Long getDrop() {
        return drop;
    }

    public void setDrop(Long drop) {
        this.drop = drop;
    }
}
