package org.namad.amendment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.namad.amendment.AmendmentRegister;
import org.springframework.stereotype.Component;

/** Service task: writes what the holder asked for into the register (R17). */
@Component("applyAmendment")
class ApplyAmendment implements JavaDelegate {

    private final AmendmentRegister register;

    ApplyAmendment(AmendmentRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.apply((Long) execution.getVariable(DataAmendmentProcess.AMENDMENT_ID));
    }
}
