package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.history.HistoryRestService;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Every role against the engine's REST API: each read and each change on a case made for it. */
@NamadTest
class RolesInEngineTest {

    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("matrix")
        .camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("Task_Check").name("Check").camundaFormRef("matrix").camundaFormRefBinding("deployment")
        .camundaCandidateGroups(StaffRoles.CASE_OFFICER).camundaDueDate("${workingDays.after(1)}")
        .parallelGateway("Gateway_Wait").camundaAsyncBefore()
        .receiveTask("Task_Message").name("Await message").message("MatrixMessage")
        .boundaryEvent("Event_Late").timerWithDuration("P9D")
        .userTask("Task_Answer").name("Answer").camundaFormKey("page:/panel/complaints/{id}")
        .boundaryEvent("Event_Silent").timerWithDuration("P9D").endEvent().moveToActivity("Task_Answer").endEvent()
        .moveToActivity("Task_Message").boundaryEvent("Event_Signal").signal("MatrixSignal").endEvent()
        .moveToActivity("Task_Message").endEvent().done();
    private static final String FORM =
        "{\"id\": \"matrix\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": []}";

    /** Calls that change models or need new ones. */
    private static final Pattern MODELS = Pattern.compile("deployment|process-definition|job-definition|migration|modification");

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired IdentityService identities;
    @Autowired AuthorizationService authorizations;
    @Autowired FilterService filters;
    @Autowired ObjectMapper json;

    private final Map<String, String> made = new HashMap<>();
    private Set<String> deploymentsBefore;
    private Set<String> usersBefore;
    private Set<String> groupsBefore;
    private Set<String> filtersBefore;
    private Set<String> batchesBefore;
    private int calls;

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
        usersBefore = users();
        groupsBefore = groups();
        filtersBefore = filters();
        batchesBefore = batches();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        batches().stream().filter(id -> !batchesBefore.contains(id)).forEach(id -> management.deleteBatch(id, true));
        deployments().stream().filter(id -> !deploymentsBefore.contains(id))
            .forEach(id -> repository.deleteDeployment(id, true));
        tasks.createTaskQuery().taskName("made").list().forEach(task -> tasks.deleteTask(task.getId(), true));
        users().stream().filter(id -> !usersBefore.contains(id)).forEach(identities::deleteUser);
        identities.createTenantQuery().list().forEach(tenant -> identities.deleteTenant(tenant.getId()));
        groups().stream().filter(id -> !groupsBefore.contains(id)).forEach(identities::deleteGroup);
        filters().stream().filter(id -> !filtersBefore.contains(id)).forEach(filters::deleteFilter);
        authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId("matrix").list()
            .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }

    @Test
    @DisplayName("What every role reads over the engine's REST API is what docs/roles.md says")
    void reads() throws IOException {
        RoleTable table = new RoleTable();
        make(StaffRoles.ADMIN);
        makeBatch();
        for (String call : EngineCalls.READS) {
            table.add(call.replaceAll("\\?.*", ""), role -> {
                ResponseEntity<String> answer = send(call, null, Colleague.of(role, accounts, http));
                return isSeen(answer) ? RoleTable.YES : answer.getStatusCode().is5xxServerError() ? answer.toString()
                    : RoleTable.NO;
            });
        }
        table.isIn("Reading over the REST API");
    }

    @Test
    @DisplayName("What every role changes over the engine's REST API is what docs/roles.md says; an auditor changes nothing")
    void writes() throws IOException {
        RoleTable table = new RoleTable();
        EngineCalls.WRITES.forEach((call, body) -> table.add(call.replaceAll("\\?.*", ""), role -> {
            boolean ofModels = MODELS.matcher(call).find();
            made.computeIfPresent("definition", (name, used) -> ofModels ? null : used);
            make(role);
            if (call.contains("{batch}")) {
                makeBatch();
            }
            ResponseEntity<String> answer = send(call, body, Colleague.of(role, accounts, http));
            made.computeIfPresent("definition", (name, used) -> ofModels ? null : used);
            // Some refusals come as "not found" or "bad request": that the call is well formed, the administrator proves.
            return answer.getStatusCode().is2xxSuccessful() ? RoleTable.YES
                : answer.getStatusCode().is4xxClientError() ? RoleTable.NO : answer.toString();
        }));
        assertThat(EngineCalls.WRITES.keySet()).allSatisfy(call -> assertThat(table.cell(call.replaceAll("\\?.*", ""),
            StaffRoles.ADMIN)).as(call).isEqualTo(RoleTable.YES));
        table.isIn("Changing over the REST API");
        assertThat(EngineCalls.WRITES.keySet()).filteredOn(call -> !EngineCalls.OF_ONES_OWN.contains(call))
            .allSatisfy(call -> assertThat(table.cell(call.replaceAll("\\?.*", ""), StaffRoles.AUDITOR)).as(call)
                .isEqualTo(RoleTable.NO));
    }

    @Test
    @DisplayName("Every area of the engine's REST API has a row in docs/roles.md, unless there is nothing in it")
    void areas() {
        Set<String> areas = new TreeSet<>(paths(DefaultProcessEngineRestServiceImpl.class));
        areas.remove("history");
        paths(HistoryRestService.class).forEach(path -> areas.add("history/" + path));
        assertThat(areas).contains("task", "history/task").hasSizeGreaterThan(45);
        Set<String> tried = Stream.concat(EngineCalls.READS.stream(), EngineCalls.WRITES.keySet().stream())
            .map(call -> call.split("[ ?]")[1].substring(1)).collect(Collectors.toSet());
        assertThat(areas).filteredOn(area -> tried.stream().noneMatch(path -> (path + "/").startsWith(area + "/")))
            .containsExactlyInAnyOrderElementsOf(EngineCalls.EMPTY_AREAS);
    }

    private static Set<String> paths(Class<?> resources) {
        return Stream.of(resources.getMethods()).filter(method -> method.isAnnotationPresent(jakarta.ws.rs.Path.class))
            .map(method -> method.getAnnotation(jakarta.ws.rs.Path.class).value().replaceFirst("^/", ""))
            .collect(Collectors.toSet());
    }

    private static boolean isSeen(ResponseEntity<String> answer) {
        return answer.getStatusCode().is2xxSuccessful() && !Set.of("[]", "{}").contains(answer.getBody());
    }

    private ResponseEntity<String> send(String call, Object body, Colleague colleague) {
        made.put("self", colleague.id());
        made.put("new", "matrix-made-" + calls++);
        String[] parts = filled(call).split(" ");
        return colleague.call(HttpMethod.valueOf(parts[0]), parts[1], body == null ? null : body(body));
    }

    private Object body(Object template) {
        if (template.equals("{upload}")) {
            MultiValueMap<String, Object> upload = new LinkedMultiValueMap<>();
            upload.add("deployment-name", "matrix");
            upload.add("model", new ClassPathResource("processes/enforcement-check.bpmn"));
            return upload;
        }
        if (template.equals("{file}")) {
            MultiValueMap<String, Object> file = new LinkedMultiValueMap<>();
            file.add("attachment-name", "model");
            file.add("content", new ClassPathResource("processes/enforcement-check.bpmn"));
            return file;
        }
        try {
            return json.readTree(filled(json.writeValueAsString(template)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : made.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }

    /** Two versions of a process, cases that wait for a person, for a job that failed and for a message, and one over. */
    private void make(String role) {
        if (!made.containsKey("definition")) {
            deployTwice(Colleague.of(role, accounts, http));
        }
        made.put("definitionKey", "matrix");
        made.put("jobDefinition", management.createJobDefinitionQuery().processDefinitionId(made.get("definition"))
            .activityIdIn("Gateway_Wait").singleResult().getId());
        made.put("decision", repository.createDecisionDefinitionQuery().decisionDefinitionKey("scoring-terms")
            .latestVersion().singleResult().getId());
        made.put("filter", filters.createFilterQuery().list().get(0).getId());
        Colleague other = new Colleague(http, "other");
        accounts.open(other.id(), "Omid", "Karimi", Colleague.PASSWORD, StaffRoles.CASE_OFFICER);
        made.put("colleague", other.id());
        made.put("instance", start("Task_Check"));
        identities.setAuthentication("matrix-other", List.of(StaffRoles.ADMIN));
        String task = tasks.createTaskQuery().processInstanceId(made.get("instance")).singleResult().getId();
        tasks.setPriority(task, 60);
        made.put("comment", tasks.createComment(task, made.get("instance"), "noted").getId());
        made.put("attachment", tasks.createAttachment("text", task, made.get("instance"), "noted", null,
            new ByteArrayInputStream(new byte[] {'n'})).getId());
        identities.clearAuthentication();
        made.put("task", task);
        made.put("taskOfBusiness", tasks.createTaskQuery().processInstanceId(start("Task_Answer")).singleResult().getId());
        made.put("waiting", start("Gateway_Wait"));
        Job job = management.createJobQuery().processInstanceId(made.get("waiting")).singleResult();
        management.setJobRetries(job.getId(), 0);
        made.put("job", job.getId());
        made.put("incident", runtime.createIncidentQuery().configuration(job.getId()).singleResult().getId());
        made.put("messaged", start("Task_Message"));
        String finished = start("Task_Message");
        runtime.deleteProcessInstance(finished, "over");
        made.put("finished", finished);
    }

    private void makeBatch() {
        made.put("batch", runtime.deleteProcessInstancesAsync(List.of(made.get("waiting")), "matrix").getId());
    }

    /** In the name of {@code maker}, who must get no more rights by that. */
    private void deployTwice(Colleague maker) {
        identities.setAuthentication(maker.id(), List.of(StaffRoles.ADMIN));
        String deployment = deploy();
        String newer = deploy();
        identities.clearAuthentication();
        made.put("deployment", deployment);
        made.put("definition", definition(deployment));
        made.put("newer", definition(newer));
    }

    private String deploy() {
        return repository.createDeployment().name("matrix " + calls++).addModelInstance("matrix.bpmn", MODEL)
            .addString("matrix.form", FORM).deploy().getId();
    }

    private String definition(String deployment) {
        return repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
    }

    private String start(String activity) {
        return runtime.createProcessInstanceById(made.get("definition")).businessKey("matrix-1")
            .setVariable("sealId", 0).startBeforeActivity(activity).execute().getId();
    }

    private Set<String> deployments() {
        return new HashSet<>(repository.createDeploymentQuery().list().stream().map(one -> one.getId()).toList());
    }

    private Set<String> users() {
        return new HashSet<>(identities.createUserQuery().list().stream().map(one -> one.getId()).toList());
    }

    private Set<String> groups() {
        return new HashSet<>(identities.createGroupQuery().list().stream().map(one -> one.getId()).toList());
    }

    private Set<String> filters() {
        return new HashSet<>(filters.createFilterQuery().list().stream().map(one -> one.getId()).toList());
    }

    private Set<String> batches() {
        return new HashSet<>(new ArrayList<>(management.createBatchQuery().list()).stream().map(one -> one.getId()).toList());
    }
}
