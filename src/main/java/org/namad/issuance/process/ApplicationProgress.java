package org.namad.issuance.process;

import org.namad.issuance.ApplicationRegister;
import org.namad.issuance.Stage;
import org.namad.modelling.ForModels;
import org.namad.monitoring.Fault;
import org.springframework.stereotype.Component;

/** What listeners in the model call, as {@code ${applicationProgress…}}, to keep the applicant's page up to date. */
@Component("applicationProgress")
public class ApplicationProgress {

    private final ApplicationRegister register;

    ApplicationProgress(ApplicationRegister register) {
        this.register = register;
    }

    /** The application reaches the {@link Stage} of this name. */
    @ForModels
    public void enter(long applicationId, String stage) {
        register.enter(applicationId, Stage.valueOf(stage));
    }

    /** The site was looked at and this {@link Fault} found. */
    @ForModels
    public void placementChecked(long applicationId, String fault) {
        register.placementChecked(applicationId, Fault.valueOf(fault));
    }
}
