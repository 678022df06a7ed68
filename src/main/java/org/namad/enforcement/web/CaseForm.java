package org.namad.enforcement.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.namad.enforcement.Ground;

/** What staff state to open a case by hand, as it was typed. */
class CaseForm {

    @NotBlank(message = "{enforcement.open.site.missing}")
    @Size(max = 500, message = "{enforcement.open.site.unknown}")
    private String site;
    @NotNull(message = "{enforcement.open.ground.missing}")
    private Ground ground;
    @NotBlank(message = "{enforcement.open.evidence.missing}")
    @Size(max = 3000, message = "{enforcement.page.text.long}")
    private String evidence;

    public String getSite() {
        return site;
    }

    public void setSite(String site) {
        this.site = site;
    }

    public Ground getGround() {
        return ground;
    }

    public void setGround(Ground ground) {
        this.ground = ground;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }
}
