package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.PublishedReason;
import org.namad.engine.ModelledDeadline;
import org.namad.seal.SealRegister;
import org.springframework.stereotype.Component;

/** Suspends the seal, at once and for everyone to see, and says until when a remedy is awaited (R26). */
@Component("suspendSeal")
class SuspendSeal implements JavaDelegate {

    private final EnforcementCases cases;
    private final SealRegister register;
    private final PublishedReason reason;
    private final Clock clock;

    SuspendSeal(EnforcementCases cases, SealRegister register, PublishedReason reason, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.reason = reason;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnforcementCase enforcement = cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        register.suspend(enforcement.seal().id(), reason.of(enforcement));
        enforcement.suspend(ModelledDeadline.after(clock.instant(), execution.getBpmnModelInstance(),
            SealEnforcementProcess.Event_RemedyDeadlinePassed));
    }
}
