package org.namad.renewal.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Closes the renewal of a seal that was taken away. */
@Component("closeRenewal")
class CloseRenewal implements JavaDelegate {

    private final Renewals renewals;
    private final Clock clock;

    CloseRenewal(Renewals renewals, Clock clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID)).close(clock.instant());
    }
}
