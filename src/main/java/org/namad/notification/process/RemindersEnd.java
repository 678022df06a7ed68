package org.namad.notification.process;

import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.GatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.namad.casefile.CaseKey;
import org.namad.notification.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes back reminders that wait in the outbox when what they remind of is done: a reminder is the mail of a task that
 * comes right after a non-interrupting timer on the activity. The engine ends the timers themselves.
 */
@Component
class RemindersEnd extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Outbox> outbox;

    RemindersEnd(ObjectProvider<Outbox> outbox) {
        this.outbox = outbox;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseBoundaryTimerEventDefinition(Element definition, boolean interrupting,
                    ActivityImpl reminder) {
                if (!interrupting) {
                    reminder.getEventScope().addListener(ExecutionListener.EVENTNAME_END,
                        (ExecutionListener) execution -> withdraw(execution, reminder));
                }
            }
        });
    }

    private void withdraw(DelegateExecution execution, ActivityImpl reminder) {
        String businessKey = execution.getProcessBusinessKey();
        if (CaseKey.isOne(businessKey)) {
            tasksAfter(reminder)
                .forEach(task -> outbox.getObject().withdraw(CaseKey.of(businessKey), task.getId()));
        }
    }

    /** The activities that come next; several reminders may meet in a gateway first. */
    private static Stream<PvmActivity> tasksAfter(PvmActivity activity) {
        return activity.getOutgoingTransitions().stream().map(PvmTransition::getDestination)
            .flatMap(next -> next instanceof ActivityImpl drawn
                && drawn.getActivityBehavior() instanceof GatewayActivityBehavior ? tasksAfter(next) : Stream.of(next));
    }
}
