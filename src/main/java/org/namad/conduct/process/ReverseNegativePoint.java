package org.namad.conduct.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.conduct.Ledger;
import org.springframework.stereotype.Component;

/**
 * Takes the negative point back that stands for the complaint {@code complaintId} (N6); the model gives the published
 * {@code reason} as input. Without a standing point it does nothing.
 */
@Component("reverseNegativePoint")
class ReverseNegativePoint implements JavaDelegate {

    private final Ledger ledger;

    ReverseNegativePoint(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ledger.reverse((Long) execution.getVariable("complaintId"), (String) execution.getVariable("reason"),
            Sources.of(execution));
    }
}
