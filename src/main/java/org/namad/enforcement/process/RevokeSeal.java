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

/** Takes the seal away, at once and for everyone to see, and says until when the holder can appeal (R8, R26). */
@Component("revokeSeal")
class RevokeSeal implements JavaDelegate {

    private final EnforcementCases cases;
    private final SealRegister register;
    private final PublishedReason reason;
    private final Clock clock;

    RevokeSeal(EnforcementCases cases, SealRegister register, PublishedReason reason, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.reason = reason;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnforcementCase enforcement = cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        register.revoke(enforcement.seal().id(), reason.of(enforcement));
        boolean appealLeft = enforcement.appeal().isEmpty();
        enforcement.revoke(!appealLeft ? null : ModelledDeadline.find(clock.instant(),
            execution.getBpmnModelInstance(), SealEnforcementProcess.Event_AppealTimePassed).orElse(null));
        execution.setVariable(SealEnforcementProcess.APPEAL_LEFT, appealLeft);
    }
}
