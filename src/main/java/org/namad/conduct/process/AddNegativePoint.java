package org.namad.conduct.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.springframework.stereotype.Component;

/**
 * Enters a negative point in the ledger (R2) for the complaint {@code complaintId} about {@code sealId}; the model says
 * as input {@code ground} what for: {@code UNANSWERED} or {@code UPHELD}. A point that stands is not doubled.
 */
@Component("addNegativePoint")
class AddNegativePoint implements JavaDelegate {

    private final Ledger ledger;

    AddNegativePoint(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ledger.addPoint((Long) execution.getVariable("sealId"), (Long) execution.getVariable("complaintId"),
            PointEntry.Ground.valueOf((String) execution.getVariable("ground")), Sources.of(execution));
    }
}
