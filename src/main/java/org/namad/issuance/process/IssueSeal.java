package org.namad.issuance.process;

import java.time.Period;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.springframework.stereotype.Component;

/** Service task: puts the seal in force for the input parameter {@code term}, an ISO 8601 period (R18). */
@Component("issueSeal")
class IssueSeal implements JavaDelegate {

    private final ApplicationRegister register;

    IssueSeal(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.issue((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID),
            Period.parse((String) execution.getVariableLocal("term")));
    }
}
