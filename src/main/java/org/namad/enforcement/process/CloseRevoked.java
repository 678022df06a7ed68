package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.springframework.stereotype.Component;

/** Closes the case of a revoked seal: no appeal is possible any more, or it was rejected. */
@Component("closeRevoked")
class CloseRevoked implements JavaDelegate {

    private final EnforcementCases cases;
    private final Clock clock;

    CloseRevoked(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID))
            .close(EnforcementCase.Status.REVOKED, clock.instant());
    }
}
