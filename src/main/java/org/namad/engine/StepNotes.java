package org.namad.engine;

import java.util.Optional;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/**
 * Lets changes be attributed to the step of the process that made them (N6): notes each step when it begins, and has
 * what a task changed written when it ends, not together with what later steps change.
 */
class StepNotes extends AbstractBpmnParseListener {

    private static final ExecutionListener NOTE = StepNotes::note;

    private final ObjectProvider<EntityManagerFactory> persistence;
    private final ExecutionListener write = execution -> write();

    StepNotes(ObjectProvider<EntityManagerFactory> persistence) {
        this.persistence = persistence;
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        task(activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        task(activity);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, NOTE);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, NOTE);
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element element, boolean interrupting, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, NOTE);
    }

    private void task(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, NOTE);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, write);
    }

    private static void note(DelegateExecution execution) {
        String[] model = execution.getProcessDefinitionId().split(":");
        LastStep.note(model[0] + ":" + (model.length > 1 ? model[1] : "?") + "/" + execution.getCurrentActivityId(),
            Context.getCommandContext().getCurrentJob() != null);
    }

    private void write() {
        EntityManagerFactory factory = persistence.getObject();
        EntityManager manager = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        if (manager == null) {
            return;
        }
        try {
            manager.flush();
        } catch (RuntimeException failure) {
            // As at the end of a transaction, so that a lost race is known for one.
            throw Optional.ofNullable(((EntityManagerFactoryInfo) factory).getJpaDialect())
                .<RuntimeException>map(dialect -> dialect.translateExceptionIfPossible(failure)).orElse(failure);
        }
    }
}
