package org.namad.rollout.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.namad.rollout.CaseMoves.Element;

/** A model as it is drawn, for comparing two versions of it. */
record Drawing(BpmnModelInstance model) {

    Element element(String id) {
        return node(id).map(Drawing::element).orElseGet(() -> new Element(id, id));
    }

    static Element element(FlowNode node) {
        return new Element(node.getId(), node.getName() == null ? node.getId() : node.getName());
    }

    Optional<FlowNode> node(String id) {
        return Optional.ofNullable(model.<ModelElementInstance>getModelElementById(id))
            .filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
    }

    List<FlowNode> nodes() {
        return List.copyOf(model.getModelElementsByType(FlowNode.class));
    }

    List<BoundaryEvent> eventsOf(String activity) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().getId().equals(activity)).toList();
    }

    /** What kind of element it is: tasks by their type, events by what they wait for too. */
    static String kind(FlowNode node) {
        String type = node.getElementType().getTypeName();
        return node instanceof CatchEvent event ? type + event.getEventDefinitions().stream()
            .map(definition -> definition.getElementType().getTypeName()).toList() : type;
    }

    boolean isTimer(String id) {
        return node(id).filter(node -> kind(node).contains("timerEventDefinition")).isPresent();
    }

    /** The time that a timer event waits, as it is written in the model; null for all other elements. */
    String time(String id) {
        return node(id).filter(CatchEvent.class::isInstance).map(CatchEvent.class::cast)
            .flatMap(event -> event.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast).findFirst())
            .flatMap(timer -> List.of(Optional.ofNullable(timer.getTimeDuration()),
                Optional.ofNullable(timer.getTimeDate()), Optional.ofNullable(timer.getTimeCycle())).stream()
                .flatMap(Optional::stream).findFirst())
            .map(time -> Objects.toString(time.getTextContent(), "").strip()).orElse(null);
    }
}
