package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.springframework.stereotype.Component;

/** Closes the case with a warning; the seal stays in force. */
@Component("warnHolder")
class WarnHolder implements JavaDelegate {

    private final EnforcementCases cases;
    private final Clock clock;

    WarnHolder(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID))
            .close(EnforcementCase.Status.WARNED, clock.instant());
    }
}
