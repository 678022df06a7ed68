package org.namad.renewal.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.namad.modelling.WithDecision;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Takes what the decision table said into the renewal, for the holder's page and for the mails. */
@Component("recordRenewalDecision")
@WithDecision(SealRenewalProcess.DECISION_TABLE)
class RecordRenewalDecision implements ExecutionListener {

    private final Renewals renewals;

    RecordRenewalDecision(Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID))
            .decide(DecisionTable.decision(result.getSingleEntry()));
    }
}
