package org.namad.outage.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An outage as it was typed. */
class OutageForm {

    private String fromDate = "";
    private String fromTime = "";
    private String untilDate = "";
    private String untilTime = "";
    @NotBlank(message = "{outage.form.reason.missing}")
    @Size(max = 500, message = "{outage.form.reason.long}")
    private String reason;
    @NotBlank(message = "{outage.form.reason.missing}")
    @Size(max = 500, message = "{outage.form.reason.long}")
    private String reasonEn;

    public String getFromDate() {
        return fromDate;
    }

    public void setFromDate(String fromDate) {
        this.fromDate = fromDate;
    }

    public String getFromTime() {
        return fromTime;
    }

    public void setFromTime(String fromTime) {
        this.fromTime = fromTime;
    }

    public String getUntilDate() {
        return untilDate;
    }

    public void setUntilDate(String untilDate) {
        this.untilDate = untilDate;
    }

    public String getUntilTime() {
        return untilTime;
    }

    public void setUntilTime(String untilTime) {
        this.untilTime = untilTime;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getReasonEn() {
        return reasonEn;
    }

    public void setReasonEn(String reasonEn) {
        this.reasonEn = reasonEn;
    }
}
