package org.namad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.namad.Models.Model;

/** What a model names must exist, so that a mistake shows here and not when the first case gets there. */
@NamadTest
class ModelsTest {

    private static final String NAMESPACE = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> GROUPS = Set.of("case-officer", "supervisor", "rating-operator",
        "monitoring-officer", "process-owner", "auditor", "camunda-admin");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("A model's file is named after its process")
    void fileName(Model model) {
        assertThat(model.process().getId()).isEqualTo(model.name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every delegate expression names a bean")
    void beans(Model model) {
        assertThat(attributes(model, FlowNode.class, "delegateExpression")).allSatisfy(expression -> {
            Matcher bean = BEAN.matcher(expression);
            assertThat(bean.matches()).as(expression).isTrue();
            assertThat(context.containsBean(bean.group(1))).as(expression).isTrue();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every form of a user task exists")
    void forms(Model model) {
        assertThat(Models.names("forms/*.form").toList())
            .containsAll(attributes(model, UserTask.class, "formRef").toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every page of a user task exists")
    void pages(Model model) {
        Set<String> pages = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .map(ModelsTest::withoutNames)
            .collect(Collectors.toSet());

        assertThat(attributes(model, UserTask.class, "formKey")).allSatisfy(formKey -> {
            assertThat(formKey).startsWith("page:/");
            assertThat(pages).contains(withoutNames(formKey.substring("page:".length())));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every group of a staff task exists")
    void groups(Model model) {
        assertThat(attributes(model, UserTask.class, "candidateGroups").flatMap(groups -> Stream.of(groups.split(","))))
            .isSubsetOf(GROUPS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Four eyes: whoever must not do a task did one that exists")
    void fourEyes(Model model) {
        assertThat(model.content().getModelElementsByType(CamundaProperty.class).stream()
            .filter(property -> "otherThan".equals(property.getCamundaName()))
            .map(CamundaProperty::getCamundaValue).flatMap(tasks -> Stream.of(tasks.split(","))))
            // It may stand in a model that calls this one.
            .allSatisfy(task -> assertThat(Models.all()
                .<ModelElementInstance>map(other -> other.content().getModelElementById(task.strip())))
                .as(task).anyMatch(UserTask.class::isInstance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every process and decision that a model calls exists")
    void called(Model model) {
        assertThat(Models.names("processes/*.bpmn").toList())
            .containsAll(model.content().getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement).toList());
        assertThat(Models.names("processes/decisions/*.dmn").toList())
            .containsAll(attributes(model, BusinessRuleTask.class, "decisionRef").toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every mail has its text in Persian and in English")
    void mails(Model model) {
        assertThat(model.content().getModelElementsByType(CamundaInputParameter.class).stream()
            .filter(input -> "template".equals(input.getCamundaName()))
            .map(ModelElementInstance::getTextContent)
            .filter(template -> !template.contains("${"))
            .flatMap(template -> Stream.of("mails/" + template + ".fa.html", "mails/" + template + ".en.html")))
            .allSatisfy(file -> assertThat(new ClassPathResource(file).exists()).as(file).isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every element can be reached, and reaches an end")
    void ends(Model model) {
        Collection<FlowNode> nodes = model.content().getModelElementsByType(FlowNode.class);
        List<FlowNode> starts = nodes.stream()
            .filter(node -> node instanceof StartEvent && node.getParentElement().equals(model.process())
                || isEventSubProcess(node)).toList();
        List<FlowNode> ends = nodes.stream()
            .filter(node -> node instanceof EndEvent && (node.getParentElement().equals(model.process())
                || isEventSubProcess(node.getParentElement()))).toList();

        assertThat(reached(starts, ModelsTest::next)).containsAll(nodes);
        assertThat(reached(ends, node -> nodes.stream().filter(other -> next(other).anyMatch(node::equals))))
            .containsAll(nodes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("Every timer can be read by the engine")
    void timers(Model model) {
        for (TimerEventDefinition timer : model.content().getModelElementsByType(TimerEventDefinition.class)) {
            readable(timer.getTimeDuration(), text -> new DurationBusinessCalendar().resolveDuedate(text));
            readable(timer.getTimeDate(), text -> new DueDateBusinessCalendar().resolveDuedate(text));
            readable(timer.getTimeCycle(), text -> new CycleBusinessCalendar().resolveDuedate(text));
        }
    }

    private static void readable(ModelElementInstance time, Function<String, Object> calendar) {
        if (time != null && !time.getTextContent().contains("${")) {
            String text = time.getTextContent().strip();
            assertThatCode(() -> calendar.apply(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static Stream<String> attributes(Model model, Class<? extends FlowNode> type, String name) {
        return model.content().getModelElementsByType(type).stream()
            .map(element -> element.getAttributeValueNs(NAMESPACE, name))
            .filter(Objects::nonNull);
    }

    /** A path with its variables, but without what they are called. */
    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^/]*}", "{}");
    }

    private static boolean isEventSubProcess(ModelElementInstance node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
    }

    private static Set<FlowNode> reached(List<FlowNode> from, Function<FlowNode, Stream<FlowNode>> onwards) {
        Set<FlowNode> reached = from.stream().collect(Collectors.toSet());
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            onwards.apply(open.pop()).filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    /** Where a case can go from {@code node}: along flows, by boundary events, into and out of a sub-process. */
    private static Stream<FlowNode> next(FlowNode node) {
        Stream<FlowNode> along = node.getOutgoing().stream().map(SequenceFlow::getTarget);
        Stream<FlowNode> aside = node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(node))
            .map(FlowNode.class::cast);
        Stream<FlowNode> inside = node instanceof SubProcess
            ? node.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast) : Stream.empty();
        Stream<FlowNode> outside = node instanceof EndEvent && node.getParentElement() instanceof SubProcess parent
            ? Stream.of((FlowNode) parent) : Stream.empty();
        return Stream.of(along, aside, inside, outside).flatMap(Function.identity());
    }
}
