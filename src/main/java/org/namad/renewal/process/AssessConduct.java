package org.namad.renewal.process;

import java.time.Period;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.renewal.Assessment;
import org.namad.renewal.Assessments;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Looks at the record of complaints and hands the decision table what it asks for (R20). */
@Component("assessConduct")
class AssessConduct implements JavaDelegate {

    private final Renewals renewals;
    private final Assessments assessments;

    AssessConduct(Renewals renewals, Assessments assessments) {
        this.renewals = renewals;
        this.assessments = assessments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Renewal renewal = renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID));
        Assessment found = assessments.of(renewal.seal().id(),
            Period.parse((String) execution.getVariable(SealRenewalProcess.WINDOW)));
        renewal.assess(found);
        DecisionTable.inputs(found).forEach(execution::setVariable);
    }
}
