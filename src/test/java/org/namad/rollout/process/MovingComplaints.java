package org.namad.rollout.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.process.ComplaintProcess;
import org.namad.conduct.Ledger;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.engine.TimeTravel;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.MoveBatch;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** Complaints under way, and other versions of their process to move them to. */
abstract class MovingComplaints {

    static final String OWNER = "moves-owner";
    static final String PASSWORD = "Kafe-sahar-27";
    static final Locale ENGLISH = Locale.ENGLISH;
    static final String SHORTER = "PT72H";

    @Autowired CaseMoves moves;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired ComplaintDesk desk;
    @Autowired Ledger ledger;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired JdbcTemplate database;

    /** The shipped model, in a version that no other case is in. */
    int from;

    @BeforeEach
    void people() throws IOException {
        accounts.open(OWNER, "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("moves-officer", "Omid", "Rad", PASSWORD, StaffRoles.CASE_OFFICER);
        from = deploy(model());
    }

    void carryOut(String move) {
        new MoveBatch(management, move).carryOut();
    }

    Map<String, Instant> instants(String query) {
        Map<String, Instant> instants = new TreeMap<>();
        database.query(query, row -> {
            Timestamp at = row.getTimestamp(2);
            instants.put(row.getString(1), at.toInstant());
        });
        return instants;
    }

    /** Some of what is not as it was before. */
    static <T> List<String> changed(Map<String, T> before, Map<String, T> after) {
        return before.entrySet().stream().filter(entry -> !entry.getValue().equals(after.get(entry.getKey()))).limit(5)
            .map(entry -> entry + " became " + after.get(entry.getKey())).toList();
    }

    long held(int version) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definition(version)).count();
    }

    String definition(int version) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(ComplaintProcess.KEY)
            .processDefinitionVersion(version).singleResult().getId();
    }

    int newest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(ComplaintProcess.KEY).latestVersion()
            .singleResult().getVersion();
    }

    static String model() throws IOException {
        return new PathMatchingResourcePatternResolver().getResource("classpath:processes/complaint.bpmn")
            .getContentAsString(StandardCharsets.UTF_8);
    }

    static String reminder(String model, String event, String after) {
        String last = "      <bpmn:boundaryEvent id=\"Event_LastReminderDue\"";
        assertThat(model).containsOnlyOnce(last);
        return model.replace(last, """
                  <bpmn:boundaryEvent id="%1$s" name="%2$s passed" attachedToRef="Task_AnswerComplaint" cancelActivity="false">
                    <bpmn:outgoing>Flow_%1$s_Ended</bpmn:outgoing>
                    <bpmn:timerEventDefinition id="%1$s_Timer">
                      <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%2$s</bpmn:timeDuration>
                    </bpmn:timerEventDefinition>
                  </bpmn:boundaryEvent>
                  <bpmn:endEvent id="End_%1$s" name="Noted">
                    <bpmn:incoming>Flow_%1$s_Ended</bpmn:incoming>
                  </bpmn:endEvent>
                  <bpmn:sequenceFlow id="Flow_%1$s_Ended" sourceRef="%1$s" targetRef="End_%1$s" />
            """.formatted(event, after) + last);
    }

    int deploy(String model) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().addString("complaint.bpmn", model);
        for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            deployment.addString(form.getFilename(), form.getContentAsString(StandardCharsets.UTF_8));
        }
        identities.setAuthentication(OWNER, List.of(StaffRoles.PROCESS_OWNER));
        try {
            deployment.deploy();
        } finally {
            identities.clearAuthentication();
        }
        return newest();
    }

    Complaint file(Seal seal, int number) {
        return desk.register(new NewComplaint(data.person().id(), seal.domain(), "F-" + number, null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
    }

    ProcessInstance process(Complaint complaint) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(ComplaintProcess.KEY)
            .processInstanceBusinessKey(complaint.key().toString()).singleResult();
    }
}
