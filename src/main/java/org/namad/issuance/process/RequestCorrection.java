package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.springframework.stereotype.Component;

/** Service task: keeps what the applicant is to correct, the input parameter {@code reason}. */
@Component("requestCorrection")
class RequestCorrection implements JavaDelegate {

    private final ApplicationRegister register;

    RequestCorrection(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.askForCorrection((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID),
            (String) execution.getVariableLocal("reason"));
    }
}
