package org.namad.amendment.web;

import org.namad.amendment.Datum;
import org.namad.amendment.Subject;
import org.namad.document.FormWithFiles;
import org.namad.seal.Seal;

/** The change that a holder asks for, as typed; province and city belong to addresses alone. */
public class AmendmentForm extends FormWithFiles {

    private String text = "";
    private String province = "";
    private String city = "";
    private String why = "";

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
}
