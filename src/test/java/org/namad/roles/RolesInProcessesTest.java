package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import org.namad.engine.StaffAccounts;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Every role against every user task and every process, over the engine's REST API. */
@NamadTest
class RolesInProcessesTest {

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired Renewals renewals;
    @Autowired TestData data;
    @Autowired Clock clock;

    private List<Resource> forms;
    private final Map<String, Colleague> colleagues = new HashMap<>();
    private final List<String> instances = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void staff() {
        RoleTable.ROLES.forEach(role -> colleagues.put(role, Colleague.of(role, accounts, http)));
    }

    @AfterEach
    void remove() {
        instances.stream().filter(id -> runtime.createProcessInstanceQuery().processInstanceId(id).count() > 0)
            .forEach(id -> runtime.deleteProcessInstance(id, "test", true));
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("What every role sees and does of every user task is what docs/roles.md says")
    void tasks() throws IOException {
        RoleTable table = new RoleTable();
        // The timers of a renewal are reckoned from the end of the seal's term.
        long renewal = renewal();
        for (ProcessDefinition process : processes()) {
            for (UserTask task : repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                table.add(process.getKey() + "/" + task.getId(), role -> taskCell(process.getKey(), task, role, renewal));
            }
        }
        table.isIn("User tasks");
    }

    private long renewal() {
        return renewals.saveAndFlush(new Renewal(data.issuedSeal(), clock.instant())).id();
    }

    private String taskCell(String process, UserTask userTask, String role, long renewal) {
        String activity = userTask.getId();
        String instance = runtime.createProcessInstanceByKey(process).businessKey("matrix-1")
            .setVariables(Map.of("complaintId", 0L, "sealId", 0L, "enforcementId", 0L, "applicationId", 0L, "renewalId", renewal))
            .startBeforeActivity(activity).execute(true, true).getId();
        instances.add(instance);
        String task = tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(activity).singleResult().getId();
        Colleague colleague = colleagues.get(role);
        boolean sees = colleague.get("/task/" + task).getStatusCode().is2xxSuccessful();
        boolean claims = colleague.post("/task/" + task + "/claim", Map.of("userId", colleague.id())).getStatusCode()
            .is2xxSuccessful();
        // What follows the task may fail without a case; only whether the engine lets the completion through counts.
        Map<String, Object> entries = new HashMap<>();
        if (userTask.getCamundaFormRef() != null) {
            StaffForm.of(userTask.getCamundaFormRef()).filled().forEach((name, value) -> entries.put(name, Map.of("value", value)));
        }
        boolean completes = colleague.post("/task/" + task + "/complete", Map.of("variables", entries)).getStatusCode()
            != HttpStatus.FORBIDDEN;
        assertThat(completes).as("%s on %s", role, activity).isEqualTo(claims);
        assertThat(sees || !claims).as("%s on %s", role, activity).isTrue();
        return claims ? "does" : sees ? "sees" : RoleTable.NO;
    }

    @BeforeEach
    void readForms() throws IOException {
        forms = List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form"));
    }

    @Test
    @DisplayName("What every role may do with every process is what docs/roles.md says")
    void definitions() throws IOException {
        RoleTable table = new RoleTable();
        for (ProcessDefinition process : processes()) {
            table.add(process.getKey(), role -> processCell(process, colleagues.get(role)));
        }
        table.isIn("Processes");
    }

    private String processCell(ProcessDefinition process, Colleague colleague) {
        List<String> may = new ArrayList<>();
        if (colleague.get("/process-definition/" + process.getId() + "/xml").getStatusCode().is2xxSuccessful()) {
            may.add("read");
        }
        if (let(colleague.post("/process-definition/" + process.getId() + "/start", Map.of("businessKey", "matrix-1")))) {
            may.add("start");
        }
        ResponseEntity<String> deployment = colleague.call(HttpMethod.POST, "/deployment/create", upload(process));
        if (let(deployment)) {
            assertThat(deployment.getStatusCode()).as(deployment.getBody()).isEqualTo(HttpStatus.OK);
            deployments.add(deployment.getBody().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
            may.add("deploy");
        }
        if (let(colleague.post("/migration/execute", Map.of("processInstanceIds", List.of("none"), "migrationPlan",
                Map.of("sourceProcessDefinitionId", process.getId(), "targetProcessDefinitionId", process.getId(),
                    "instructions", List.of()))))) {
            may.add("migrate");
        }
        if (let(colleague.call(HttpMethod.PUT, "/process-definition/" + process.getId() + "/suspended",
                Map.of("suspended", true)))) {
            repository.activateProcessDefinitionById(process.getId());
            may.add("suspend");
        }
        return may.isEmpty() ? RoleTable.NO : String.join(", ", may);
    }

    /** The model with the forms, which must come with it. */
    private MultiValueMap<String, Object> upload(ProcessDefinition process) {
        MultiValueMap<String, Object> upload = new LinkedMultiValueMap<>();
        upload.add("deployment-name", "matrix");
        upload.add("model", new ClassPathResource("processes/" + process.getKey() + ".bpmn"));
        forms.forEach(form -> upload.add(form.getFilename(), form));
        return upload;
    }

    private static boolean let(ResponseEntity<String> answer) {
        return answer.getStatusCode() != HttpStatus.FORBIDDEN;
    }

    /** The shipped processes; other tests deploy some of their own. */
    private List<ProcessDefinition> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list()
            .stream().filter(process -> new ClassPathResource("processes/" + process.getKey() + ".bpmn").exists())
            .toList();
    }
}
