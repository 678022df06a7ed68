package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.process.ComplaintProcess;
import org.namad.conduct.Ledger;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.enforcement.process.SealEnforcementProcess;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The three redesigns of docs/redesign.md, as a process owner does them: the model changed as Modeler saves it, deployed
 * over REST, and cases run through. No Java changes.
 */
@NamadTest
class RedesignsTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired IdentityService identities;
    @Autowired ComplaintDesk complaints;
    @Autowired EnforcementDesk enforcement;
    @Autowired SealRegister seals;
    @Autowired Ledger ledger;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;

    private String deployment;

    @BeforeEach
    void processOwner() {
        accounts.open("redesigner", "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
    }

    /** Other tests share the engine and want the models as they are. */
    @AfterEach
    void takeBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("Redesign 1: 96 hours become 72; the point comes a day earlier (R1, R2)")
    void shorterDeadline() throws IOException {
        Map<String, String> files = Modeler.shipped("complaint.bpmn");
        change(files, "complaint.bpmn", ">PT96H<", ">PT72H<");
        change(files, "complaint.bpmn", ">PT72H</bpmn:timeDuration>\n        </bpmn:timerEventDefinition>\n      </bpmn:boundaryEvent>\n"
            + "      <bpmn:boundaryEvent id=\"Event_LastReminderDue\" name=\"90 hours passed\"",
            ">PT48H</bpmn:timeDuration>\n        </bpmn:timerEventDefinition>\n      </bpmn:boundaryEvent>\n"
            + "      <bpmn:boundaryEvent id=\"Event_LastReminderDue\" name=\"66 hours passed\"");
        change(files, "complaint.bpmn", ">PT90H<", ">PT66H<");
        deploy(files);

        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal);
        ProcessInstance process = process(ComplaintProcess.KEY, complaint.key().toString());
        travel.by(Duration.ofHours(67));
        assertThat(mailbox.await(owner(seal), "complaint-reminder", 3)).isNotNull();
        assertThat(ledger.points(seal.id())).isZero();
        travel.to(complaint.answerDue());

        assertThat(Duration.between(complaint.registeredAt(), complaint.answerDue()))
            .isCloseTo(Duration.ofHours(72), Duration.ofSeconds(5));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("Redesign 2: a supervisor approves every suspension, or sends it back to be decided anew (R26)")
    void extraApproval() throws IOException {
        Map<String, String> files = Modeler.shipped("seal-enforcement.bpmn");
        String model = "seal-enforcement.bpmn";
        change(files, model, "sourceRef=\"Gateway_Measure\" targetRef=\"Task_SuspendSeal\"",
            "sourceRef=\"Gateway_Measure\" targetRef=\"Task_ApproveSuspension\"");
        change(files, model, "<bpmn:incoming>Flow_Measure_SuspendSeal</bpmn:incoming>",
            "<bpmn:incoming>Flow_Approved_SuspendSeal</bpmn:incoming>");
        change(files, model, "    <bpmn:serviceTask id=\"Task_SuspendSeal\"", """
                <bpmn:userTask id="Task_ApproveSuspension" name="Approve suspension" camunda:modelerTemplate="namad.staff-task" camunda:modelerTemplateVersion="1" camunda:formRef="approve-suspension" camunda:formRefBinding="deployment" camunda:candidateGroups="supervisor" camunda:dueDate="${workingDays.after(1)}">
                  <bpmn:incoming>Flow_Measure_SuspendSeal</bpmn:incoming>
                  <bpmn:outgoing>Flow_ApproveSuspension_Approved</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:exclusiveGateway id="Gateway_SuspensionApproved" name="Suspension approved?">
                  <bpmn:incoming>Flow_ApproveSuspension_Approved</bpmn:incoming>
                  <bpmn:outgoing>Flow_Approved_SuspendSeal</bpmn:outgoing>
                  <bpmn:outgoing>Flow_Approved_JoinDecision</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="Flow_ApproveSuspension_Approved" sourceRef="Task_ApproveSuspension" targetRef="Gateway_SuspensionApproved" />
                <bpmn:sequenceFlow id="Flow_Approved_SuspendSeal" name="yes" sourceRef="Gateway_SuspensionApproved" targetRef="Task_SuspendSeal">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${suspensionApproval == 'approve'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_Approved_JoinDecision" name="no" sourceRef="Gateway_SuspensionApproved" targetRef="Gateway_JoinDecision">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${suspensionApproval == 'return'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:serviceTask id="Task_SuspendSeal\"""");
        files.put("approve-suspension.form", """
            {"type": "default", "id": "approve-suspension", "schemaVersion": 16, "components": [
              {"id": "Field_Site", "type": "textfield", "key": "site", "label": "Website", "readonly": true},
              {"id": "Field_Approval", "type": "radio", "key": "suspensionApproval", "label": "Approval",
               "values": [{"label": "Approve", "value": "approve"}, {"label": "Return", "value": "return"}],
               "validate": {"required": true}}]}""");
        deploy(files);

        Seal seal = data.issuedSeal();
        EnforcementCase opened = enforcement.open(seal.id(), Ground.GOODS_DIFFER, "کفش به‌جای کیف",
            StatedBy.staff("officer-z"));
        ProcessInstance process = process(SealEnforcementProcess.KEY, opened.key().toString());
        enforcement.reply(opened.id(), "…", List.of());
        decideOnSuspension(process);
        complete(process, "Task_ApproveSuspension", "chief", StaffRoles.SUPERVISOR, Map.of("suspensionApproval", "return"));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(seals.get(seal.id()).statusAt(clock.instant())).isEqualTo(SealStatus.ACTIVE);

        decideOnSuspension(process);
        complete(process, "Task_ApproveSuspension", "chief", StaffRoles.SUPERVISOR, Map.of("suspensionApproval", "approve"));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(seals.get(seal.id()).statusAt(clock.instant())).isEqualTo(SealStatus.SUSPENDED);
        assertThat(mailbox.await(owner(seal), "enforcement-suspended")).isNotNull();
    }

    @Test
    @DisplayName("Redesign 3: after 48 hours a short message of its own goes to the business, its text deployed with the model")
    void ownReminder() throws IOException {
        Map<String, String> files = Modeler.shipped("complaint.bpmn");
        change(files, "complaint.bpmn", "      <bpmn:boundaryEvent id=\"Event_LastReminderDue\"", """
                  <bpmn:boundaryEvent id="Event_HalfTime" name="48 hours passed" attachedToRef="Task_AnswerComplaint" cancelActivity="false">
                    <bpmn:outgoing>Flow_HalfTime_SendShortMessage</bpmn:outgoing>
                    <bpmn:timerEventDefinition id="Event_HalfTime_Timer">
                      <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT48H</bpmn:timeDuration>
                    </bpmn:timerEventDefinition>
                  </bpmn:boundaryEvent>
                  <bpmn:sendTask id="Task_SendShortMessage" name="Send short message" camunda:modelerTemplate="namad.send-own-mail" camunda:modelerTemplateVersion="1" camunda:delegateExpression="${sendMail}">
                    <bpmn:extensionElements>
                      <camunda:inputOutput>
                        <camunda:inputParameter name="template">complaint-half-time</camunda:inputParameter>
                        <camunda:inputParameter name="recipient">business</camunda:inputParameter>
                      </camunda:inputOutput>
                    </bpmn:extensionElements>
                    <bpmn:incoming>Flow_HalfTime_SendShortMessage</bpmn:incoming>
                    <bpmn:outgoing>Flow_SendShortMessage_Sent</bpmn:outgoing>
                  </bpmn:sendTask>
                  <bpmn:endEvent id="End_ShortMessageSent" name="Short message sent">
                    <bpmn:incoming>Flow_SendShortMessage_Sent</bpmn:incoming>
                  </bpmn:endEvent>
                  <bpmn:sequenceFlow id="Flow_HalfTime_SendShortMessage" sourceRef="Event_HalfTime" targetRef="Task_SendShortMessage" />
                  <bpmn:sequenceFlow id="Flow_SendShortMessage_Sent" sourceRef="Task_SendShortMessage" targetRef="End_ShortMessageSent" />
                  <bpmn:boundaryEvent id="Event_LastReminderDue\"""");
        files.put("complaint-half-time.fa.html", "<html><head><title>نیمی از مهلت شکایت [[${tracking}]] گذشت</title></head>"
            + "<body><p>[[${timeLeft}]] مانده است. <a th:href=\"${answerLink}\">پاسخ دهید</a></p></body></html>");
        files.put("complaint-half-time.en.html", "<html><head><title>Half the time is over: [[${tracking}]]</title></head>"
            + "<body><p>[[${timeLeft}]] left. <a th:href=\"${answerLink}\">Answer</a></p></body></html>");
        deploy(files);

        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal);
        travel.by(Duration.ofHours(47));
        assertThat(mailbox.of(owner(seal), "complaint-half-time")).isEmpty();
        travel.by(Duration.ofHours(1).plusMinutes(1));

        assertThat(mailbox.await(owner(seal), "complaint-half-time").text()).contains(complaint.tracking(), "۲ روز");
    }

    private void deploy(Map<String, String> files) throws IOException {
        ResponseEntity<String> answer = new Modeler(http, "redesigner", PASSWORD).deploy(files);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        deployment = new ObjectMapper().readTree(answer.getBody()).path("id").asText();
    }

    private static void change(Map<String, String> files, String file, String before, String after) {
        assertThat(files.get(file)).containsOnlyOnce(before);
        files.put(file, files.get(file).replace(before, after));
    }

    private Complaint file(Seal seal) {
        Complaint complaint = complaints.register(new NewComplaint(data.person().id(), seal.domain(), "F-1", null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
        travel.runDueJobs();
        return complaint;
    }

    private static String owner(Seal seal) {
        return seal.business().owner().email();
    }

    private ProcessInstance process(String key, String caseKey) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(key).processInstanceBusinessKey(caseKey)
            .singleResult();
    }

    private void decideOnSuspension(ProcessInstance process) {
        complete(process, SealEnforcementProcess.Task_DecideOnSeal, "officer-a", StaffRoles.CASE_OFFICER,
            Map.of(SealEnforcementProcess.MEASURE, "suspend", SealEnforcementProcess.REASONS, "دلایل کارشناس"));
        complete(process, SealEnforcementProcess.Task_ConfirmDecision, "officer-b", StaffRoles.CASE_OFFICER,
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM));
    }

    private void complete(ProcessInstance process, String task, String who, String group, Map<String, Object> form) {
        String id = tasks.createTaskQuery().processInstanceId(process.getId()).taskDefinitionKey(task).singleResult()
            .getId();
        identities.setAuthentication(who, new ArrayList<>(List.of(group)));
        try {
            tasks.complete(id, form);
        } finally {
            identities.clearAuthentication();
        }
        travel.runDueJobs();
    }
}
