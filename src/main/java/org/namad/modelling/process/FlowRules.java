package org.namad.modelling.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every element is reached and reaches an end; whoever is waited for, the wait ends; every timer can be read. */
class FlowRules {

    void check(Draft draft) {
        for (Draft.Model model : draft.models()) {
            Map<FlowNode, List<SequenceFlow>> ways = Draft.ways(model);
            checkReach(draft, model, ways);
            Collection<FlowNode> nodes = model.content().getModelElementsByType(FlowNode.class);
            nodes.stream().filter(node -> waitsForOthers(node, ways)).filter(node -> !endsByTimer(node, ways))
                .forEach(node -> draft.fault(model, node, "endlessWait"));
            draft.elements(model, CatchEvent.class).forEach(event ->
                event.getChildElementsByType(TimerEventDefinition.class).forEach(timer ->
                    checkTimer(timer, text -> draft.fault(model, event, "timer", text))));
        }
    }

    private static void checkReach(Draft draft, Draft.Model model, Map<FlowNode, List<SequenceFlow>> ways) {
        Collection<FlowNode> nodes = model.content().getModelElementsByType(FlowNode.class);
        if (nodes.stream().noneMatch(StartEvent.class::isInstance)) {
            draft.faultOfFile(model.file(), "noStart");
            return;
        }
        Set<FlowNode> reached = reached(nodes.stream().filter(FlowRules::isOutermostStart).toList(),
            node -> next(node, ways));
        Set<FlowNode> ending = reached(nodes.stream().filter(FlowRules::isOutermostEnd).toList(),
            node -> nodes.stream().filter(other -> next(other, ways).anyMatch(node::equals)));
        nodes.stream().filter(node -> !reached.contains(node))
            .forEach(node -> draft.fault(model, node, "notReached"));
        nodes.stream().filter(node -> reached.contains(node) && !ending.contains(node))
            .forEach(node -> draft.fault(model, node, "noEnd"));
    }

    private static boolean isOutermostStart(FlowNode node) {
        return isEventSubProcess(node) || node instanceof StartEvent && !(node.getParentElement() instanceof SubProcess);
    }

    private static boolean isOutermostEnd(FlowNode node) {
        return node instanceof EndEvent && (!(node.getParentElement() instanceof SubProcess)
            || isEventSubProcess(node.getParentElement()));
    }

    private static boolean isEventSubProcess(ModelElementInstance node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }

    private static Set<FlowNode> reached(List<FlowNode> from, Function<FlowNode, Stream<FlowNode>> onwards) {
        Set<FlowNode> reached = new HashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            onwards.apply(open.pop()).filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    /** Where a case can go from {@code node}: along flows, by boundary events, into and out of a sub-process. */
    private static Stream<FlowNode> next(FlowNode node, Map<FlowNode, List<SequenceFlow>> ways) {
        Stream<FlowNode> along = along(node, ways);
        Stream<FlowNode> aside = boundary(node).map(FlowNode.class::cast);
        Stream<FlowNode> inside = node instanceof SubProcess
            ? node.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast) : Stream.empty();
        Stream<FlowNode> outside = node instanceof EndEvent && node.getParentElement() instanceof SubProcess parent
            ? Stream.of((FlowNode) parent) : Stream.empty();
        return Stream.of(along, aside, inside, outside).flatMap(Function.identity());
    }

    private static Stream<FlowNode> along(FlowNode node, Map<FlowNode, List<SequenceFlow>> ways) {
        return ways.getOrDefault(node, List.of()).stream().map(SequenceFlow::getTarget);
    }

    private static Stream<BoundaryEvent> boundary(FlowNode node) {
        return node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
            .filter(event -> node.equals(event.getAttachedTo()));
    }

    /** Whether somebody outside must act: a business or consumer on a page, or a message. Staff have due dates. */
    private static boolean waitsForOthers(FlowNode node, Map<FlowNode, List<SequenceFlow>> ways) {
        boolean afterChoice = ways.keySet().stream().filter(EventBasedGateway.class::isInstance)
            .anyMatch(choice -> along(choice, ways).anyMatch(node::equals));
        return node instanceof UserTask task && task.getCamundaFormRef() == null || node instanceof ReceiveTask
            || node instanceof EventBasedGateway
            || node instanceof IntermediateCatchEvent event && !isTimer(event) && !isLink(event) && !afterChoice;
    }

    private static boolean isLink(CatchEvent event) {
        return event.getEventDefinitions().stream()
            .anyMatch(definition -> definition.getElementType().getTypeName().equals("linkEventDefinition"));
    }

    private static boolean isTimer(FlowNode event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    /** Whether a timer ends the wait: its own, one beside it after an event-based gateway, or one around it. */
    private static boolean endsByTimer(FlowNode node, Map<FlowNode, List<SequenceFlow>> ways) {
        boolean own = boundary(node).anyMatch(event -> event.cancelActivity() && isTimer(event))
            || node instanceof EventBasedGateway && along(node, ways).anyMatch(FlowRules::isTimer);
        return own || node.getParentElement() instanceof SubProcess around && !around.triggeredByEvent()
            && endsByTimer(around, ways);
    }

    private static void checkTimer(TimerEventDefinition timer, Consumer<String> fault) {
        readable(timer.getTimeDuration(), text -> new DurationBusinessCalendar().resolveDuedate(text), fault);
        readable(timer.getTimeDate(), text -> new DueDateBusinessCalendar().resolveDuedate(text), fault);
        readable(timer.getTimeCycle(), text -> new CycleBusinessCalendar().resolveDuedate(text), fault);
        if (timer.getTimeDuration() == null && timer.getTimeDate() == null && timer.getTimeCycle() == null) {
            fault.accept("—");
        }
    }

    private static void readable(ModelElementInstance time, Function<String, Object> calendar, Consumer<String> fault) {
        if (time == null || Expressions.isOne(time.getTextContent())) {
            return;
        }
        String text = time.getTextContent().strip();
        try {
            calendar.apply(text);
        } catch (ProcessEngineException | IllegalArgumentException unreadable) {
            fault.accept(text);
        }
    }
}
