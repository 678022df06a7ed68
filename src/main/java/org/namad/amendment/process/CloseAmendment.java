package org.namad.amendment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentRegister;
import org.springframework.stereotype.Component;

/** Service task: ends a change without effect, with the input parameter {@code outcome}. */
@Component("closeAmendment")
class CloseAmendment implements JavaDelegate {

    private final AmendmentRegister register;

    CloseAmendment(AmendmentRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.close((Long) execution.getVariable(DataAmendmentProcess.AMENDMENT_ID),
            Amendment.Status.valueOf((String) execution.getVariableLocal(DataAmendmentProcess.OUTCOME)));
    }
}
