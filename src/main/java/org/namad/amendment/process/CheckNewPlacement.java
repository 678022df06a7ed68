package org.namad.amendment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.namad.amendment.AmendmentRegister;
import org.springframework.stereotype.Component;

/** Service task: looks whether the site to which the seal is to move shows it (R16); sets {@code placed}. */
@Component("checkNewPlacement")
class CheckNewPlacement implements JavaDelegate {

    private final AmendmentRegister register;

    CheckNewPlacement(AmendmentRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DataAmendmentProcess.PLACED,
            register.checkPlacement((Long) execution.getVariable(DataAmendmentProcess.AMENDMENT_ID)).placed());
    }
}
