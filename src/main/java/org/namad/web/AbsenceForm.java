package org.namad.web;

import jakarta.validation.constraints.NotBlank;

/** An absence as it was typed. */
class AbsenceForm {

    @NotBlank(message = "{web.absence.absent.missing}")
    private String absent;
    @NotBlank(message = "{web.absence.substitute.missing}")
    private String substitute;
    @NotBlank(message = "{web.absence.day.missing}")
    private String firstDay;
    @NotBlank(message = "{web.absence.day.missing}")
    private String lastDay;

    public String getAbsent() {
        return absent;
    }

    public void setAbsent(String absent) {
        this.absent = absent;
    }

    public String getSubstitute() {
        return substitute;
    }

    public void setSubstitute(String substitute) {
        this.substitute = substitute;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }
}
