package org.namad.issuance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.issuance.ApplicationRegister;
import org.springframework.stereotype.Component;

/** Service task: opens the invoice over the fee (R14). */
@Component("openInvoice")
class OpenInvoice implements JavaDelegate {

    private final ApplicationRegister register;

    OpenInvoice(ApplicationRegister register) {
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.openInvoice((Long) execution.getVariable(SealApplicationProcess.APPLICATION_ID));
    }
}
