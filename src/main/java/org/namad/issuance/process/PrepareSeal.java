package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.springframework.stereotype.Component;

/** Service task: prepares the pending seal (R16); sets {@code sealId}. */
@Component("prepareSeal")
class PrepareSeal implements JavaDelegate {

    private final ApplicationRegister register;

    PrepareSeal(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SealApplicationProcess.SEAL_ID,
            register.prepareSeal((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID)));
    }
}
