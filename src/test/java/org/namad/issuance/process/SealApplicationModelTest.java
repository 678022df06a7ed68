package org.namad.issuance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SealApplicationModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromStream(
        getClass().getResourceAsStream("/processes/seal-application.bpmn"));

    @Test
    @DisplayName("R13 From submission to the issued seal the model leads past no user task, and to one only for a finding")
    void straightPathHasNoUserTask() {
        Set<String> reached = reachedWithoutUserTask("StartEvent_ApplicationSubmitted");

        assertThat(reached).contains("Task_CheckIdentity", "Task_CheckLicence", "Task_CheckPoliceRecord",
            "Task_AwaitPayment", "SubProcess_PlaceSeal", "Task_IssueSeal", "End_SealIssued");
        assertThat(model.getModelElementsByType(UserTask.class)).extracting(UserTask::getId)
            .containsExactlyInAnyOrder("Task_ReviewApplication", "Task_CorrectApplication");
        assertThat(flowsInto("Task_ReviewApplication")).singleElement().satisfies(flow ->
            assertThat(flow.getConditionExpression().getTextContent()).isEqualTo("${route == 'review'}"));
    }

    private Set<String> reachedWithoutUserTask(String start) {
        Set<String> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of((FlowNode) model.getModelElementById(start)));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (!(node instanceof UserTask) && reached.add(node.getId())) {
                node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(open::push);
            }
        }
        return reached;
    }

    private List<SequenceFlow> flowsInto(String id) {
        return List.copyOf(((FlowNode) model.getModelElementById(id)).getIncoming());
    }
}
