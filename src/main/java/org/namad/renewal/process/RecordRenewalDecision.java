package org.namad.renewal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Takes what the decision table said into the renewal, for the holder's page and for the mails. */
@Component("recordRenewalDecision")
class RecordRenewalDecision implements ExecutionListener {

    private final Renewals renewals;

    RecordRenewalDecision(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID))
            .decide(DecisionTable.decision(execution.getVariable(SealRenewalProcess.DECISION)));
    }
}
