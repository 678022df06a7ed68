package org.namad.amendment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.namad.amendment.AmendmentRegister;
import org.springframework.stereotype.Component;

/** Service task: asks the registry of trade licences about the new number (R15); sets the finding. */
@Component("checkAmendedLicence")
class CheckAmendedLicence implements JavaDelegate {

    private final AmendmentRegister register;

    CheckAmendedLicence(AmendmentRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DataAmendmentProcess.LICENCE_FINDING,
            register.checkLicence((Long) execution.getVariable(DataAmendmentProcess.AMENDMENT_ID)).name());
    }
}
