package org.namad.enforcement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.springframework.stereotype.Component;

/** Opens the case for the level that complaints have reached, or adds the ground to the open one (R7, R8, R25). */
@Component("openEnforcement")
class OpenEnforcement implements JavaDelegate {

    private final EnforcementDesk desk;

    OpenEnforcement(EnforcementDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ground ground = switch ((String) execution.getVariable(EnforcementCheckProcess.LEVEL)) {
            case EnforcementCheckProcess.WITHDRAWAL -> Ground.WITHDRAWAL_LEVEL;
            case EnforcementCheckProcess.ANSWERS_LEFT_OUT -> Ground.ANSWERS_LEFT_OUT;
            default -> Ground.TOO_MANY_COMPLAINTS;
        };
        desk.open((Long) execution.getVariable(EnforcementCheckProcess.SEAL_ID), ground, null,
            StatedBy.process(EnforcementCheckProcess.KEY));
    }
}
