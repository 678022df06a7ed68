package org.namad.renewal.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Closes the renewal: the term has ended, the seal shows as expired (R21). */
@Component("recordLapse")
class RecordLapse implements JavaDelegate {

    private final Renewals renewals;
    private final Clock clock;

    RecordLapse(Renewals renewals, Clock clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID)).lapse(clock.instant());
    }
}
