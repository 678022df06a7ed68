package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class StaffTasksTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    HistoryService history;
    @Autowired
    IdentityService identity;

    String deployment;
    String instance;

    @BeforeEach
    void start() {
        deployment = repository.createDeployment().addString("two-tasks.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="two-tasks" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Task_Decide"/>
                <userTask id="Task_Decide" camunda:formRef="two-tasks" camunda:formRefBinding="deployment"/>
                <sequenceFlow id="b" sourceRef="Task_Decide" targetRef="Task_Confirm"/>
                <userTask id="Task_Confirm" camunda:formRef="two-tasks" camunda:formRefBinding="deployment">
                  <extensionElements>
                    <camunda:properties>
                      <camunda:property name="otherThan" value="Task_Decide"/>
                    </camunda:properties>
                  </extensionElements>
                </userTask>
                <sequenceFlow id="c" sourceRef="Task_Confirm" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """).addString("two-tasks.form", """
            {"id": "two-tasks", "type": "default", "schemaVersion": 16, "components": [
              {"id": "a", "type": "textfield", "key": "site", "readonly": true},
              {"id": "b", "type": "group", "components": [{"id": "c", "type": "radio", "key": "decision"}]}]}
            """).deploy().getId();
        instance = runtime.startProcessInstanceByKey("two-tasks", "unknownkind-1").getId();
    }

    @AfterEach
    void remove() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("R26 The one who decided cannot confirm; a second person can")
    void fourEyes() {
        completeAs("officer-a");
        assertThatThrownBy(() -> completeAs("officer-a")).isInstanceOf(ProcessEngineException.class)
            .hasMessageContaining("second person");
        completeAs("officer-b");
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(instance).list())
            .extracting(HistoricTaskInstance::getTaskDefinitionKey, HistoricTaskInstance::getAssignee)
            .containsExactlyInAnyOrder(tuple("Task_Decide", "officer-a"), tuple("Task_Confirm", "officer-b"));
    }

    @Test
    @DisplayName("R26 No variable that comes with the confirmation makes the one who decided a second person")
    void forged() {
        completeAs("officer-a");
        runtime.setVariables(instance, Map.of("completedBy_Task_Decide", "officer-b", "Task_Decide", "officer-b"));
        assertThatThrownBy(() -> completeAs("officer-a", Map.of("decision", "officer-b")))
            .hasMessageContaining("second person");
        assertThatThrownBy(() -> completeAs("officer-a", Map.of("assignee", "officer-b")))
            .hasMessageContaining("does not ask for: assignee");
    }

    @Test
    @DisplayName("R26 Whoever decided cannot even claim the confirmation")
    void claimBySame() {
        completeAs("officer-a");
        String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        assertThatThrownBy(() -> tasks.setAssignee(task, "officer-a")).hasMessageContaining("second person");
        tasks.setAssignee(task, "officer-b");
    }

    @Test
    @DisplayName("Facts shown on a task leave no trace in the history")
    void noHistoryOfFacts() {
        String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        tasks.setVariablesLocal(task, Map.of("complainant", "someone"));
        assertThat(tasks.getVariableLocal(task, "complainant")).isEqualTo("someone");
        assertThat(history.createHistoricVariableInstanceQuery().variableName("complainant")
            .processInstanceId(instance).count()).isZero();
    }

    private void completeAs(String user) {
        completeAs(user, Map.of());
    }

    private void completeAs(String user, Map<String, Object> outcome) {
        String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        tasks.addCandidateUser(task, user);
        identity.setAuthenticatedUserId(user);
        try {
            tasks.complete(task, outcome);
        } finally {
            identity.clearAuthentication();
        }
    }
}
