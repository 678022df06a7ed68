package org.namad.amendment.process;

import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentRegister;
import org.namad.modelling.ForModels;
import org.springframework.stereotype.Component;

/** What listeners in the model call, as {@code ${amendmentProgress…}}, to keep the holder's page up to date. */
@Component("amendmentProgress")
public class AmendmentProgress {

    private final AmendmentRegister register;

    AmendmentProgress(AmendmentRegister register) {
        this.register = register;
    }

    /** The change reaches the {@link Amendment.Status} of this name. */
    @ForModels
    public void enter(long amendmentId, String status) {
        register.enter(amendmentId, Amendment.Status.valueOf(status));
    }
}
