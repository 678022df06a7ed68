package org.namad.monitoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.namad.monitoring.Placement;
import org.namad.monitoring.PlacementCheck;
import org.springframework.stereotype.Component;

/**
 * Service task: checks whether the site of {@code sealId} shows its seal; sets {@code placed} (boolean) and
 * {@code placementFault} (a {@link org.namad.monitoring.Fault}'s name).
 */
@Component("checkPlacement")
class CheckPlacement implements JavaDelegate {

    private final PlacementCheck placementCheck;

    CheckPlacement(PlacementCheck placementCheck) {
        this.placementCheck = placementCheck;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Placement placement = placementCheck.check((Long) execution.getVariable("sealId"));
        execution.setVariable("placed", placement.placed());
        execution.setVariable("placementFault", placement.fault().name());
    }
}
