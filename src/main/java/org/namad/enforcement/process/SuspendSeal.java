package org.namad.enforcement.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.ChecklistLine;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Ground;
import org.namad.enforcement.PublishedReason;
import org.namad.engine.ModelledDeadline;
import org.namad.modelling.NeedsTimer;
import org.namad.seal.SealRegister;
import org.springframework.stereotype.Component;

/**
 * Suspends the seal, at once and for everyone to see, and says until when which remedy is awaited (R26): the lines of the
 * decision table that the model names, for each of the case's grounds (N10).
 */
@Component("suspendSeal")
@NeedsTimer(SealEnforcementProcess.Event_RemedyDeadlinePassed)
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
        List<ChecklistLine> checklist = enforcement.grounds().stream()
            .flatMap(stated -> lines(execution, stated.ground())).toList();
        enforcement.suspend(checklist, ModelledDeadline.after(clock.instant(), execution.getBpmnModelInstance(),
            SealEnforcementProcess.Event_RemedyDeadlinePassed));
    }

    /** What the decision table that the model names says for {@code ground}. */
    static Stream<ChecklistLine> lines(DelegateExecution execution, Ground ground) {
        return execution.getProcessEngineServices().getDecisionService()
            .evaluateDecisionTableByKey((String) execution.getVariable(SealEnforcementProcess.CHECKLIST),
                Map.of("ground", ground.name())).getResultList().stream()
            .map(line -> new ChecklistLine(ground, (String) line.get("persian"), (String) line.get("english")));
    }
}
