package org.namad.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.namad.modelling.WithDecision;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Lets what a form asks, what a page waits for and what a table decides be recorded in any flow: tells the listeners of
 * the form or page ({@link WithForm}) of each user task that uses it, and those of the table ({@link WithDecision}) of
 * each task that asks it, once, also where the model names them itself.
 */
class FormListeners extends AbstractBpmnParseListener {

    private final ListableBeanFactory beans;

    FormListeners(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Expression used = definition.getCamundaFormDefinitionKey() == null ? definition.getFormKey()
            : definition.getCamundaFormDefinitionKey();
        if (used != null) {
            String form = used.getExpressionText();
            for (String event : List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE)) {
                Set<String> drawn = drawn(definition, event);
                definition.addTaskListener(event, task -> tell(task, form, event, drawn));
            }
        }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String table = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef");
        if (table != null) {
            Set<String> drawn = activity.getListeners(ExecutionListener.EVENTNAME_END).stream()
                .filter(DelegateExpressionExecutionListener.class::isInstance)
                .map(listener -> ((DelegateExpressionExecutionListener) listener).getExpressionText())
                .collect(Collectors.toSet());
            activity.addListener(ExecutionListener.EVENTNAME_END,
                (ExecutionListener) execution -> tell(execution, table, drawn));
        }
    }

    private void tell(DelegateExecution execution, String table, Set<String> drawn) throws Exception {
        for (Map.Entry<String, ExecutionListener> bean : beans.getBeansOfType(ExecutionListener.class).entrySet()) {
            WithDecision with = beans.findAnnotationOnBean(bean.getKey(), WithDecision.class);
            if (with != null && with.value().equals(table) && !drawn.contains("${" + bean.getKey() + "}")) {
                bean.getValue().notify(execution);
            }
        }
    }

    /** The listeners that stand in the model, as {@code ${bean}}. */
    private static Set<String> drawn(TaskDefinition definition, String event) {
        return Stream.ofNullable(definition.getTaskListenersForEvent(event)).flatMap(List::stream)
            .filter(DelegateExpressionTaskListener.class::isInstance)
            .map(listener -> ((DelegateExpressionTaskListener) listener).getExpressionText())
            .collect(Collectors.toSet());
    }

    private void tell(DelegateTask task, String form, String event, Set<String> drawn) {
        // Looked up here and not at the start: models are read before there are all beans.
        for (Map.Entry<String, TaskListener> bean : beans.getBeansOfType(TaskListener.class).entrySet()) {
            WithForm with = beans.findAnnotationOnBean(bean.getKey(), WithForm.class);
            if (with != null && with.value().equals(form) && with.event().equals(event)
                    && !drawn.contains("${" + bean.getKey() + "}")) {
                bean.getValue().notify(task);
            }
        }
    }
}
