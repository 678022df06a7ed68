package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Models that were never checked, since nobody's deployments are not: whatever they hold, the engine runs none of it.
 */
@NamadTest
class EngineLockTest {

    private static final String CODE = "${" + Tripwire.CALL + "}";
    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:activiti="http://activiti.org/bpmn"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:foo="http://foo.example" targetNamespace="namad">
          <process id="smuggled" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="Start"/>
            <sequenceFlow id="a" sourceRef="Start" targetRef="Step"/>
            %s
            <sequenceFlow id="b" sourceRef="Step" targetRef="End"/>
            <endEvent id="End"/>
          </process>
        </definitions>""";

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired FilterService filters;
    @Autowired DecisionService decisions;

    /** A step with code in it. */
    private record Step(String name, String xml) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Step> smuggled() {
        return Stream.of(
            new Step("a condition", """
                <exclusiveGateway id="Step"/><sequenceFlow id="c" sourceRef="Step" targetRef="End">
                <conditionExpression xsi:type="tFormalExpression">%s</conditionExpression></sequenceFlow>"""
                .formatted(CODE)),
            new Step("an input cut in two by a comment", input(CODE.replace("$", "$<!-- -->"))),
            new Step("an input in pieces of its own", input(CODE.replace("$", "<![CDATA[$]]>"))),
            new Step("an input that begins with a text", input("once upon a time " + CODE)),
            new Step("a script in an input", input("<foo:script scriptFormat=\"juel\">" + CODE + "</foo:script>")),
            new Step("a listener by its class", task("""
                <activiti:executionListener event="start" class="org.namad.modelling.process.Tripwire"/>""")),
            new Step("a listener by a script", task("""
                <activiti:executionListener event="start"><activiti:script scriptFormat="juel">%s</activiti:script>
                </activiti:executionListener>""".formatted(CODE))),
            new Step("a listener by an expression", task("""
                <camunda:executionListener event="end" expression="#{%s}"/>""".formatted(Tripwire.CALL))),
            new Step("a step by its class", """
                <serviceTask id="Step" activiti:class="org.namad.modelling.process.Tripwire"/>"""),
            new Step("a step by an expression", "<serviceTask id=\"Step\" camunda:expression=\"" + CODE + "\"/>"),
            new Step("a step by the name of a bean that is none", """
                <serviceTask id="Step" camunda:delegateExpression="${dataSource}"/>"""),
            new Step("a shell command", """
                <serviceTask id="Step" camunda:type="shell"><extensionElements>
                <camunda:field name="command" stringValue="true"/><camunda:field name="wait" stringValue="true"/>
                </extensionElements></serviceTask>"""),
            new Step("the name of a task", "<userTask id=\"Step\" name=\"" + CODE + "\"/>"),
            new Step("the description of a task",
                "<userTask id=\"Step\"><documentation>" + CODE + "</documentation></userTask>"),
            new Step("the candidates of a task", "<userTask id=\"Step\" camunda:candidateGroups=\"" + CODE + "\"/>"),
            new Step("the follow-up date of a task", "<userTask id=\"Step\" camunda:followUpDate=\"" + CODE + "\"/>"),
            new Step("a timer", """
                <intermediateCatchEvent id="Step"><timerEventDefinition><timeDate xsi:type="tFormalExpression">%s</timeDate>
                </timerEventDefinition></intermediateCatchEvent>""".formatted(CODE)),
            new Step("a number of repetitions", """
                <userTask id="Step"><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">%s
                </loopCardinality></multiInstanceLoopCharacteristics></userTask>""".formatted(CODE)),
            new Step("a conditional event", """
                <intermediateCatchEvent id="Step"><conditionalEventDefinition>
                <condition xsi:type="tFormalExpression">%s</condition></conditionalEventDefinition>
                </intermediateCatchEvent>""".formatted(CODE)),
            new Step("the name of a called process", "<callActivity id=\"Step\" calledElement=\"" + CODE + "\"/>"),
            new Step("a key of the case that is handed on", """
                <callActivity id="Step" calledElement="complaint"><extensionElements>
                <camunda:in businessKey="%s"/></extensionElements></callActivity>""".formatted(CODE)),
            new Step("the engine itself as a value", input("${execution.processEngineServices}")),
            new Step("a method of a variable", input("${execution.setVariable('x', 'y')}")));
    }

    private static String task(String extension) {
        return "<subProcess id=\"Step\"><extensionElements>" + extension + "</extensionElements><startEvent id=\"Inner\"/>"
            + "</subProcess>";
    }

    private static String input(String value) {
        return task("<camunda:inputOutput><camunda:inputParameter name=\"x\">" + value
            + "</camunda:inputParameter></camunda:inputOutput>");
    }

    @AfterEach
    void takeBack() {
        repository.createDeploymentQuery().deploymentName("smuggled").list()
            .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggled")
    @DisplayName("Code in a model that nobody has checked does not run")
    void locked(Step step) {
        int before = Tripwire.tripped();

        Throwable refusal = catchThrowable(() -> {
            repository.createDeployment().name("smuggled").addString("smuggled.bpmn", MODEL.formatted(step.xml())).deploy();
            runtime.startProcessInstanceByKey("smuggled", "complaint-0");
        });

        assertThat(refusal).isInstanceOf(ProcessEngineException.class);
        assertThat(Tripwire.tripped()).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("smuggled").count()).isZero();
    }

    @Test
    @DisplayName("The same expression, as the engine reads it by itself, would run")
    void wouldRun() {
        int before = Tripwire.tripped();

        new JuelExpressionManager().createValueExpression(CODE).getValue(new SimpleContext());

        assertThat(Tripwire.tripped()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("Code in a decision table does not run")
    void tables() {
        int before = Tripwire.tripped();
        repository.createDeployment().name("smuggled").addString("smuggled.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="D" name="d" namespace="namad"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="smuggled" name="s" camunda:historyTimeToLive="P1D"><variable id="v" name="v" typeRef="string"/>
                <literalExpression id="l" expressionLanguage="juel"><text>%s</text></literalExpression></decision>
            </definitions>""".formatted(CODE)).deploy();

        assertThatThrownBy(() -> decisions.evaluateDecisionByKey("smuggled").variables(Map.of()).evaluate())
            .isInstanceOf(ProcessEngineException.class);
        assertThat(Tripwire.tripped()).isEqualTo(before);
    }

    @Test
    @DisplayName("Code in a filter of Tasklist does not run")
    void filters() {
        int before = Tripwire.tripped();
        String filter = filters.saveFilter(filters.newTaskFilter("smuggled")
            .setQuery(tasks.createTaskQuery().taskAssigneeExpression(CODE))).getId();

        try {
            assertThatThrownBy(() -> filters.count(filter)).isInstanceOf(ProcessEngineException.class);
        } finally {
            filters.deleteFilter(filter);
        }
        assertThat(Tripwire.tripped()).isEqualTo(before);
    }
}
