package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        deploy("shorter-deadline");

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
        deploy("extra-approval");

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
        deploy("second-channel");

        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal);
        travel.by(Duration.ofHours(47));
        assertThat(mailbox.of(owner(seal), "complaint-half-time")).isEmpty();
        travel.by(Duration.ofHours(1).plusMinutes(1));

        assertThat(mailbox.await(owner(seal), "complaint-half-time").text()).contains("/answer/" + complaint.tracking(), "۲ روز");
    }

    /** Deploys the model that a redesign changes, as it is changed, with all forms and with the redesign's own files. */
    private void deploy(String redesign) throws IOException {
        Map<String, String> files = Modeler.redesigned(Path.of("docs/redesigns", redesign));
        ResponseEntity<String> answer = new Modeler(http, "redesigner", PASSWORD).deploy(files);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        deployment = new ObjectMapper().readTree(answer.getBody()).path("id").asText();
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
