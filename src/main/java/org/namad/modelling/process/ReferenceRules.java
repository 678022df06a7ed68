package org.namad.modelling.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a model names must exist: steps, mails, forms, pages, groups, decisions, processes. */
class ReferenceRules {

    private static final String NAMESPACE = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final String MAIL = "sendMail";
    private static final String PAGE = "page:";

    private final Offer offer;

    ReferenceRules(Offer offer) {
        this.offer = offer;
    }

    void check(Draft draft) {
        for (Draft.Model model : draft.models()) {
            checkProcess(draft, model);
            draft.elements(model, ServiceTask.class).forEach(task -> checkStep(draft, model, task));
            draft.elements(model, SendTask.class).forEach(task -> checkStep(draft, model, task));
            draft.elements(model, ThrowEvent.class)
                .filter(event -> !event.getChildElementsByType(MessageEventDefinition.class).isEmpty())
                .forEach(event -> checkThrown(draft, model, event));
            checkListeners(draft, model);
            draft.elements(model, StartEvent.class).filter(ReferenceRules::hasForm)
                .forEach(start -> draft.fault(model, start, "startForm"));
            draft.elements(model, BusinessRuleTask.class).forEach(task -> checkDecision(draft, model, task));
            draft.elements(model, CallActivity.class).forEach(call -> checkCalled(draft, model, call));
            draft.elements(model, UserTask.class).forEach(task -> checkUserTask(draft, model, task));
        }
    }

    private static void checkProcess(Draft draft, Draft.Model model) {
        List<Process> processes = model.processes();
        if (processes.size() != 1) {
            draft.faultOfFile(model.file(), "oneProcess", String.valueOf(processes.size()));
            return;
        }
        Process process = processes.get(0);
        if (!process.isExecutable()) {
            draft.fault(model, process, "notExecutable");
        }
        if (!Objects.requireNonNullElse(process.getCamundaHistoryTimeToLiveString(), "").matches("P\\d+[YMD]|\\d+")) {
            draft.fault(model, process, "timeToLive");
        }
    }

    private void checkStep(Draft draft, Draft.Model model, FlowNode task) {
        String expression = task.getAttributeValueNs(NAMESPACE, "delegateExpression");
        if (expression == null && task.getAttributeValueNs(NAMESPACE, "expression") != null) {
            return;
        }
        checkDelegate(draft, model, task, expression);
    }

    private void checkThrown(Draft draft, Draft.Model model, ThrowEvent event) {
        event.getChildElementsByType(MessageEventDefinition.class).forEach(message ->
            checkDelegate(draft, model, event, message.getCamundaDelegateExpression()));
    }

    private void checkDelegate(Draft draft, Draft.Model model, FlowNode node, String expression) {
        Matcher bean = BEAN.matcher(Objects.requireNonNullElse(expression, ""));
        if (!bean.matches()) {
            draft.fault(model, node, "noStep", Objects.requireNonNullElse(expression, "—"));
        } else if (!offer.isStep(bean.group(1))) {
            draft.fault(model, node, "unknownStep", bean.group(1));
        } else if (bean.group(1).equals(MAIL)) {
            checkMail(draft, model, node);
        } else {
            offer.timerOf(bean.group(1)).filter(timer -> !runs(model, timer))
                .ifPresent(timer -> draft.fault(model, node, "noTimer", timer));
        }
    }

    /** Whether the model has this timer, and it runs for a duration. */
    private static boolean runs(Draft.Model model, String timer) {
        return measuresTime(model.content().getModelElementById(timer));
    }

    private static boolean measuresTime(ModelElementInstance element) {
        return element instanceof CatchEvent event && event.getEventDefinitions().stream()
            .anyMatch(definition -> definition instanceof TimerEventDefinition time && time.getTimeDuration() != null);
    }

    /** Whether a timer begins to run with {@code wait}: on its edge, or next to a gateway that waits for events. */
    private static boolean beginsTimer(Draft draft, Draft.Model model, ModelElementInstance wait) {
        return wait instanceof EventBasedGateway gateway
            && gateway.getSucceedingNodes().list().stream().anyMatch(ReferenceRules::measuresTime)
            || draft.elements(model, BoundaryEvent.class)
                .anyMatch(event -> wait.equals(event.getAttachedTo()) && measuresTime(event));
    }

    private void checkMail(Draft draft, Draft.Model model, FlowNode node) {
        if (input(node, "recipient").isEmpty()) {
            draft.fault(model, node, "noRecipient");
        }
        Optional<String> template = input(node, "template");
        if (template.isEmpty()) {
            draft.fault(model, node, "noTemplate");
        }
        template.filter(name -> !Expressions.isOne(name)).ifPresent(name -> Stream.of("fa", "en")
            .filter(language -> !offer.hasMail(name, language) && !MailRules.brings(draft, name, language))
            .forEach(language -> draft.fault(model, node, "unknownTemplate", name, language)));
    }

    private static Optional<String> input(FlowNode node, String name) {
        return node.getExtensionElements() == null ? Optional.empty()
            : node.getExtensionElements().getElementsQuery().list().stream()
                .flatMap(extension -> extension.getChildElementsByType(CamundaInputParameter.class).stream())
                .filter(input -> name.equals(input.getCamundaName()))
                .map(ModelElementInstance::getTextContent).map(String::strip).filter(text -> !text.isEmpty()).findFirst();
    }

    private void checkListeners(Draft draft, Draft.Model model) {
        draft.elements(model, CamundaExecutionListener.class)
            .forEach(listener -> checkListener(draft, model, listener, listener.getCamundaDelegateExpression()));
        draft.elements(model, CamundaTaskListener.class)
            .forEach(listener -> checkListener(draft, model, listener, listener.getCamundaDelegateExpression()));
    }

    private void checkListener(Draft draft, Draft.Model model, ModelElementInstance listener, String expression) {
        if (expression == null) {
            return;
        }
        BaseElement element = (BaseElement) listener.getParentElement().getParentElement();
        Matcher bean = BEAN.matcher(expression);
        if (!bean.matches() || !offer.isStep(bean.group(1))) {
            draft.fault(model, element, "unknownListener", expression);
        } else if (offer.timerOf(bean.group(1)).filter(String::isEmpty).isPresent()
                && !beginsTimer(draft, model, element)) {
            draft.fault(model, element, "noTimerHere");
        }
    }

    private static boolean hasForm(StartEvent start) {
        return start.getCamundaFormKey() != null || start.getCamundaFormRef() != null;
    }

    private void checkDecision(Draft draft, Draft.Model model, BusinessRuleTask task) {
        String key = task.getCamundaDecisionRef();
        if (key == null) {
            checkStep(draft, model, task);
        } else if (!offer.hasDecision(key) && !GatewayRules.tables(draft).containsKey(key)) {
            draft.fault(model, task, "unknownDecision", key);
        } else if (task.getCamundaResultVariable() == null && !hasListener(task) && !offer.isRecorded(key)) {
            draft.fault(model, task, "noResult");
        }
    }

    /** A listener can take a result with several outputs apart. */
    private static boolean hasListener(BusinessRuleTask task) {
        return task.getExtensionElements() != null
            && !task.getExtensionElements().getChildElementsByType(CamundaExecutionListener.class).isEmpty();
    }

    private void checkCalled(Draft draft, Draft.Model model, CallActivity call) {
        String key = call.getCalledElement();
        boolean inDraft = draft.models().stream().flatMap(other -> other.processes().stream())
            .anyMatch(process -> process.getId().equals(key));
        if (key == null || !inDraft && !offer.hasProcess(key)) {
            draft.fault(model, call, "unknownProcess", Objects.requireNonNullElse(key, "—"));
        }
    }

    private void checkUserTask(Draft draft, Draft.Model model, UserTask task) {
        String form = task.getCamundaFormRef();
        String page = task.getCamundaFormKey();
        if (form != null) {
            checkStaffTask(draft, model, task, form);
        } else if (page == null || !page.startsWith(PAGE)) {
            draft.fault(model, task, "noForm");
        } else if (!offer.hasPage(page.substring(PAGE.length()))) {
            draft.fault(model, task, "unknownPage", page.substring(PAGE.length()));
        }
        otherThan(task).filter(other -> !isTask(draft, other))
            .forEach(other -> draft.fault(model, task, "unknownOther", other));
    }

    private void checkStaffTask(Draft draft, Draft.Model model, UserTask task, String form) {
        Set<String> forms = draft.forms().stream().map(Draft.Form::id).collect(Collectors.toSet());
        if (!"deployment".equals(task.getAttributeValueNs(NAMESPACE, "formRefBinding"))) {
            draft.fault(model, task, "formBinding");
        } else if (!forms.contains(form)) {
            draft.fault(model, task, "unknownForm", form);
        }
        List<String> groups = task.getCamundaCandidateGroupsList();
        if (groups.isEmpty() && task.getCamundaAssignee() == null) {
            draft.fault(model, task, "nobody");
        }
        Set<String> known = offer.groups();
        groups.stream().map(String::strip).filter(group -> !known.contains(group))
            .forEach(group -> draft.fault(model, task, "unknownGroup", group, String.join(", ", known)));
        if (task.getCamundaDueDate() == null) {
            draft.fault(model, task, "noDueDate");
        }
    }

    private static Stream<String> otherThan(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
            .filter(property -> "otherThan".equals(property.getCamundaName()))
            .filter(property -> property.getParentElement().getParentElement().getParentElement().equals(task))
            .flatMap(property -> Stream.of(property.getCamundaValue().split(","))).map(String::strip);
    }

    /** Whether a task exists in this draft or in what is live: it may stand in a model that calls this one. */
    private boolean isTask(Draft draft, String id) {
        return draft.models().stream().anyMatch(model -> model.content().getModelElementById(id) instanceof UserTask)
            || new Draft(offer.liveModels()).models().stream()
                .anyMatch(model -> model.content().getModelElementById(id) instanceof UserTask);
    }
}
