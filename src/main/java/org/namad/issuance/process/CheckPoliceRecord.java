package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.namad.issuance.Registry;
import org.springframework.stereotype.Component;

/** Service task: asks the police (R15); sets the finding. */
@Component("checkPoliceRecord")
class CheckPoliceRecord implements JavaDelegate {

    private final ApplicationRegister register;

    CheckPoliceRecord(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long applicationId = (Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID);
        execution.setVariable(SealApplicationProcess.POLICE_FINDING,
            register.check(applicationId, Registry.POLICE).name());
    }
}
