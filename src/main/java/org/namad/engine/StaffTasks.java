package org.namad.engine;

import java.util.Locale;
import java.util.Optional;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What every user task with a form does, without the model having to say so: it shows the facts of its case (as
 * task-local variables, so that any form can name any fact), it notes in the history who completed it, and where its
 * extension property {@code otherThan} names another user task, it refuses whoever completed that one (four eyes).
 */
class StaffTasks extends AbstractBpmnParseListener {

    /** The longest text that the engine stores as a variable. */
    private static final int LONGEST = 4000;
    /** How the names of links for mails end: a signed link lets its reader act for a party, which staff must not. */
    private static final String LINK = "Link";

    private final ObjectProvider<CaseFiles> caseFiles;
    private final Locale language;

    StaffTasks(ObjectProvider<CaseFiles> caseFiles, Locale language) {
        this.caseFiles = caseFiles;
        this.language = language;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (definition.getCamundaFormDefinitionKey() != null) {
            Optional<String> otherThan = otherThan(element);
            definition.addTaskListener(TaskListener.EVENTNAME_CREATE, this::showFacts);
            definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> noteWho(task, otherThan));
        }
    }

    private static Optional<String> otherThan(Element userTask) {
        return Optional.ofNullable(userTask.element("extensionElements"))
            .map(extensions -> extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties"))
            .stream().flatMap(properties -> properties.elements().stream())
            .filter(property -> "otherThan".equals(property.attribute("name")))
            .map(property -> property.attribute("value"))
            .findFirst();
    }

    private void showFacts(DelegateTask task) {
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (businessKey == null) {
            return;
        }
        caseFiles.getObject().facts(CaseKey.of(businessKey), language).forEach((name, fact) -> {
            if (!name.endsWith(LINK)) {
                task.setVariableLocal(name, fact == null || fact.length() <= LONGEST ? fact
                    : fact.substring(0, LONGEST - 1) + "…");
            }
        });
    }

    private static void noteWho(DelegateTask task, Optional<String> otherThan) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        String who = authentication == null ? null : authentication.getUserId();
        if (who == null) {
            return;
        }
        if (otherThan.flatMap(earlier -> whoDid(earlier, task)).filter(who::equals).isPresent()) {
            throw new BadUserRequestException("این کار را باید همکار دیگری انجام دهد، نه کسی که تصمیم را گرفته است. / "
                + "A second person must do this: not the one who took the decision.");
        }
        task.setAssignee(who);
    }

    /** From the history, which nobody can write: variables come from whoever completes a task. */
    private static Optional<String> whoDid(String activity, DelegateTask task) {
        return task.getProcessEngineServices().getHistoryService().createHistoricTaskInstanceQuery()
            .processInstanceId(task.getProcessInstanceId()).taskDefinitionKey(activity).finished()
            .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1).stream().findFirst()
            .map(HistoricTaskInstance::getAssignee);
    }
}
