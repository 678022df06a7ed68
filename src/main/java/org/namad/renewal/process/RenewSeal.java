package org.namad.renewal.process;

import java.time.Clock;
import java.time.Period;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.SealRegister;
import org.springframework.stereotype.Component;

/** Gives the seal its next term (R18, R19): from the end of the present one, or from now if that is over. */
@Component("renewSeal")
class RenewSeal implements JavaDelegate {

    private final Renewals renewals;
    private final SealRegister register;
    private final Clock clock;

    RenewSeal(Renewals renewals, SealRegister register, Clock clock) {
        this.renewals = renewals;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Renewal renewal = renewals.get((Long) execution.getVariable(SealRenewalProcess.RENEWAL_ID));
        register.renew(renewal.seal().id(), Period.parse((String) execution.getVariable(SealRenewalProcess.TERM)));
        renewal.renewed(renewal.seal().expiresAt(), clock.instant());
    }
}
