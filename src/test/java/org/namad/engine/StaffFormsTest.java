package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.StaffForm;
import org.namad.TestData;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What no form would let through, sent over REST to every task of the staff. */
@NamadTest
class StaffFormsTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String NOTHING = "nothing was recorded";

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired Renewals renewals;
    @Autowired TestData data;
    @Autowired Clock clock;

    private final List<String> instances = new ArrayList<>();
    private RestClientOfStaff officer;
    private long renewal;

    @BeforeEach
    void staff() {
        accounts.open("forms-officer", "Sara", "Ahmadi", PASSWORD, StaffRoles.CASE_OFFICER);
        officer = new RestClientOfStaff(http, "forms-officer", PASSWORD);
        renewal = renewals.saveAndFlush(new Renewal(data.issuedSeal(), clock.instant())).id();
    }

    @AfterEach
    void remove() {
        instances.forEach(id -> runtime.deleteProcessInstance(id, "test", true));
    }

    @Test
    @DisplayName("No task of the staff takes an empty decision or reason, a choice that is not offered, or a text too long")
    void everyTask() {
        List<String> tried = new ArrayList<>();
        for (ProcessDefinition process : repository.createProcessDefinitionQuery().latestVersion().list()) {
            if (new ClassPathResource("processes/" + process.getKey() + ".bpmn").exists()) {
                for (UserTask task : repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                    if (task.getCamundaFormRef() != null) {
                        refusesWhatItsFormWould(start(process.getKey(), task.getId()), StaffForm.of(task.getCamundaFormRef()));
                        tried.add(process.getKey() + "/" + task.getId());
                    }
                }
            }
        }
        assertThat(tried).contains("seal-application/Task_ReviewApplication", "complaint/Task_RuleOnComplaint")
            .hasSizeGreaterThan(12);
    }

    private void refusesWhatItsFormWould(String task, StaffForm form) {
        Map<String, String> filled = form.filled();
        assertThat(form.fields()).isNotEmpty();
        for (JsonNode field : form.fields()) {
            String name = field.path("key").asText();
            String type = field.path("type").asText();
            if (filled.containsKey(name) && field.path("validate").path("required").asBoolean()) {
                Map<String, String> without = new HashMap<>(filled);
                without.remove(name);
                refused(officer.complete(task, without));
                refused(officer.submit(task, with(filled, name, "  ")));
            }
            if (type.equals("radio")) {
                refused(officer.complete(task, with(filled, name, "no-such-choice")));
            } else if (filled.containsKey(name)) {
                int longest = field.path("validate").path("maxLength").asInt();
                assertThat(longest).as(name).isPositive();
                refused(officer.submit(task, with(filled, name, "x".repeat(longest + 1))));
            }
        }
        // What follows fails, since there is no case; the form is content.
        assertThat(officer.complete(task, filled).getBody()).doesNotContain(NOTHING);
    }

    @Test
    @DisplayName("R12 An application is not sent back or rejected with a reason that says nothing")
    void reviewOfApplication() {
        String task = start("seal-application", "Task_ReviewApplication");
        refused(officer.complete(task, Map.of("reviewDecision", "reject", "reviewReason", "")), "fill in");
        refused(officer.complete(task, Map.of("reviewDecision", "reject", "reviewReason", "no")), "10 to 1000 characters");
        refused(officer.complete(task, Map.of("reviewDecision", "postpone", "reviewReason", "Not sure about it")),
            "برگزینید");
        refused(officer.complete(task, Map.of()), "fill in");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("R26 What a form hides need not be entered; what it shows must be")
    void hidden() {
        String task = start("seal-enforcement", "Task_ConfirmRevocation");
        refused(officer.complete(task, Map.of("revocationConfirmation", "return")), "fill in");
        assertThat(officer.complete(task, Map.of("revocationConfirmation", "confirm")).getBody()).doesNotContain(NOTHING);
    }

    private String start(String process, String activity) {
        String instance = runtime.createProcessInstanceByKey(process).businessKey("forms-1")
            .setVariables(Map.of("complaintId", 0L, "sealId", 0L, "enforcementId", 0L, "applicationId", 0L,
                "renewalId", renewal, "amendmentId", 0L))
            .startBeforeActivity(activity).execute(true, true).getId();
        instances.add(instance);
        return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(activity).singleResult().getId();
    }

    private static Map<String, String> with(Map<String, String> filled, String name, String value) {
        Map<String, String> other = new HashMap<>(filled);
        other.put(name, value);
        return other;
    }

    private static void refused(ResponseEntity<String> answer) {
        refused(answer, NOTHING);
    }

    private static void refused(ResponseEntity<String> answer, String words) {
        assertThat(answer.getBody()).contains(words);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }
}
