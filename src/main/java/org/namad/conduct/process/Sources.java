package org.namad.conduct.process;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.namad.conduct.Source;

/** Reads from a step of a process what a line of the ledger cites: model, version, and who or which element did it. */
final class Sources {

    private Sources() {
    }

    static Source of(DelegateExecution execution) {
        ProcessEngineServices engine = execution.getProcessEngineServices();
        ProcessDefinition model = engine.getRepositoryService()
            .getProcessDefinition(execution.getProcessDefinitionId());
        Authentication staff = engine.getIdentityService().getCurrentAuthentication();
        String who = staff == null || staff.getUserId() == null
            ? model.getKey() + "/" + execution.getCurrentActivityId() : staff.getUserId();
        return new Source(who, model.getKey(), model.getVersion());
    }
}
