package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.namad.issuance.Stage;
import org.springframework.stereotype.Component;

/**
 * Service task: ends the application without a seal. Input parameters: {@code outcome}, the name of the {@link Stage},
 * and optionally {@code reason}, for the applicant.
 */
@Component("closeApplication")
class CloseApplication implements JavaDelegate {

    private final ApplicationRegister register;

    CloseApplication(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.close((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID),
            Stage.valueOf((String) execution.getVariableLocal("outcome")),
            (String) execution.getVariableLocal("reason"));
    }
}
