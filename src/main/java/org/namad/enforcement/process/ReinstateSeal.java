package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.seal.SealRegister;
import org.springframework.stereotype.Component;

/** Puts the seal in force again, remedied or on appeal, and closes the case (R26). */
@Component("reinstateSeal")
class ReinstateSeal implements JavaDelegate {

    private final EnforcementCases cases;
    private final SealRegister register;
    private final Clock clock;

    ReinstateSeal(EnforcementCases cases, SealRegister register, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnforcementCase enforcement = cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        register.reinstate(enforcement.seal().id());
        enforcement.close(EnforcementCase.Status.REINSTATED, clock.instant());
    }
}
