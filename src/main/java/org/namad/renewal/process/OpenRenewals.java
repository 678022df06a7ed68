package org.namad.renewal.process;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.calendar.NamadClock;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Opens one batch of the renewals that are due, each once per seal and term (R18). */
@Component("openRenewals")
class OpenRenewals implements JavaDelegate {

    private final Renewals renewals;
    private final RuntimeService runtime;
    private final Clock clock;

    OpenRenewals(Renewals renewals, RuntimeService runtime, Clock clock) {
        this.renewals = renewals;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Instant until = ZonedDateTime.ofInstant(now, NamadClock.TEHRAN)
            .plus(Period.parse((String) execution.getVariable(RenewalSweepProcess.WITHIN))).toInstant();
        int batch = Integer.parseInt((String) execution.getVariable(RenewalSweepProcess.BATCH));
        List<Seal> due = renewals.due(now, until, Limit.of(batch));
        due.forEach(seal -> open(seal, now));
        execution.setVariable(RenewalSweepProcess.MORE_DUE, due.size() == batch);
    }

    private void open(Seal seal, Instant now) {
        Renewal renewal = renewals.saveAndFlush(new Renewal(seal, now));
        runtime.startProcessInstanceByKey(SealRenewalProcess.KEY, renewal.key().toString(), Map.of(
            SealRenewalProcess.RENEWAL_ID, renewal.id(), SealRenewalProcess.SEAL_ID, seal.id()));
    }
}
