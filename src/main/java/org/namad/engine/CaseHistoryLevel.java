package org.namad.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, less the facts that forms show: those are copies of what the database holds, with personal data in
 * them, and end with their task. Decision tables that a page asked, not a process, leave no history either.
 */
class CaseHistoryLevel extends HistoryLevelFull {

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return "case";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        boolean shownFact = entity instanceof VariableInstanceEntity variable && variable.getTaskId() != null;
        boolean aboutVariable = eventType.getEntityType().equals(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEntityType());
        boolean askedByPage = eventType == HistoryEventTypes.DMN_DECISION_EVALUATE
            && Context.getCoreExecutionContext() == null;
        return !(shownFact && aboutVariable) && !askedByPage && super.isHistoryEventProduced(eventType, entity);
    }
}
