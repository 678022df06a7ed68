package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.namad.issuance.Registry;
import org.springframework.stereotype.Component;

/** Service task: asks the registry of trade licences (R15); sets the finding. */
@Component("checkLicence")
class CheckLicence implements JavaDelegate {

    private final ApplicationRegister register;

    CheckLicence(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long applicationId = (Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID);
        execution.setVariable(SealApplicationProcess.LICENCE_FINDING,
            register.check(applicationId, Registry.LICENCE).name());
    }
}
