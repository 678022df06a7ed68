package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
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
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

    private static final List<String> READS = Stream.concat(EngineCalls.READS.stream(),
        EngineCalls.SINGLE_READS.stream()).toList();
    /** Where Camunda's web applications call the engine. */
    private static final String APPLICATION = "/camunda/api/engine/engine/default";

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
    private Map<String, Set<String>> before;
    private int calls;

    @BeforeEach
    void remember() {
        before = present();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        fresh("batch").forEach(id -> management.deleteBatch(id, true));
        fresh("deployment").forEach(id -> repository.deleteDeployment(id, true));
        tasks.createTaskQuery().taskName("made").list().forEach(task -> tasks.deleteTask(task.getId(), true));
        fresh("user").forEach(identities::deleteUser);
        identities.createTenantQuery().list().forEach(tenant -> identities.deleteTenant(tenant.getId()));
        fresh("group").forEach(identities::deleteGroup);
        fresh("filter").forEach(filters::deleteFilter);
        authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId("matrix").list()
            .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }

    @Test
    @DisplayName("What every role reads over the engine's REST API is what docs/roles.md says")
    void reads() throws IOException {
        RoleTable table = new RoleTable();
        make(StaffRoles.ADMIN);
        makeBatch();
        tasks.complete(tasks.createTaskQuery().processInstanceId(start("Task_Answer")).singleResult().getId());
        RoleTable.ROLES.forEach(role -> Colleague.of(role, accounts, http));
        for (String call : READS) {
            table.add(call.replaceAll("\\?.*", ""), role -> {
                ResponseEntity<String> answer = send(call, null, new Colleague(http, role));
                boolean nothing = answer.getStatusCode().is2xxSuccessful() || EngineCalls.isRefused(answer);
                return EngineCalls.isSeen(answer) ? RoleTable.YES : nothing ? RoleTable.NO : answer.toString();
            });
        }
        table.isIn("Reading over the REST API");
        for (String role : RoleTable.ROLES) {
            Colleague colleague = new Colleague(http, role);
            HttpClient browser = colleague.browser();
            assertThat(READS).allSatisfy(call ->
                assertThat(EngineCalls.isSeen(inApplication(call, null, colleague, browser))).as("%s as %s", call, role)
                    .isEqualTo(table.cell(call.replaceAll("\\?.*", ""), role).equals(RoleTable.YES)));
        }
    }

    @Test
    @DisplayName("What a role may not see or change over the engine's REST API it may not through Camunda's web applications either")
    void applications() throws IOException {
        Map<String, List<String>> refused = RoleTable.refused("Changing over the REST API");
        for (String role : RoleTable.ROLES) {
            make(role);
            makeBatch();
            Colleague colleague = Colleague.of(role, accounts, http);
            HttpClient browser = colleague.browser();
            EngineCalls.WRITES.forEach((call, body) -> {
                if (body instanceof Map && refused.get(role).contains(call.replaceAll("\\?.*", ""))) {
                    ResponseEntity<String> answer = inApplication(call, body, colleague, browser);
                    assertThat(EngineCalls.isRefused(answer)).as("%s as %s: %s", call, role, answer).isTrue();
                }
            });
        }
        assertThat(refused.get(StaffRoles.AUDITOR)).contains("PUT /task/{task}", "POST /authorization/create");
    }

    @Test
    @DisplayName("R1 The due date of a task that belongs to a side stays as the side was told, whoever of the staff would move it")
    void dueDateOfSides() {
        make(StaffRoles.SUPERVISOR);
        Date told = new Date(1_900_000_000_000L);
        Task task = tasks.createTaskQuery().taskId(made.get("taskOfBusiness")).singleResult();
        task.setDueDate(told);
        tasks.saveTask(task);
        Colleague supervisor = new Colleague(http, StaffRoles.SUPERVISOR);
        Object later = Map.of("name", "Answer", "due", "2035-01-01T00:00:00.000+0000");

        ResponseEntity<String> overRest = send("PUT /task/{taskOfBusiness}", later, supervisor);
        ResponseEntity<String> inTasklist = inApplication("PUT /task/{taskOfBusiness}", later, supervisor,
            supervisor.browser());

        assertThat(overRest.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(List.of(overRest.getBody(), inTasklist.getBody())).allSatisfy(body -> assertThat(body)
            .contains("این کار با یکی از طرف‌های پرونده است", "belongs to a side of the case"));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getDueDate()).isEqualTo(told);
        assertThat(send("PUT /task/{task}", later, supervisor).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    @DisplayName("An account without a role reads over the engine's REST API and in the web applications what is open to every account, and changes its own name; without signing in nothing is read or changed")
    void strangers() {
        make(StaffRoles.ADMIN);
        makeBatch();
        Colleague stranger = new Colleague(http, "stranger");
        accounts.open(stranger.id(), "Nima", "Rad", Colleague.PASSWORD);
        HttpClient browser = stranger.browser();
        assertThat(READS).allSatisfy(call -> {
            boolean open = EngineCalls.OPEN_READS.containsKey(call);
            assertThat(EngineCalls.isSeen(send(call, null, stranger))).as(call).isEqualTo(open);
            assertThat(EngineCalls.isSeen(inApplication(call, null, stranger, browser))).as(call).isEqualTo(open);
        });
        assertThat(EngineCalls.SINGLE_READS).filteredOn(call -> !EngineCalls.OPEN_READS.containsKey(call))
            .allSatisfy(call -> assertThat(send(call, null, stranger).getStatusCode().is4xxClientError()).as(call).isTrue());
        assertThat(inApplication("GET /decision-definition/{decision}/xml", null, stranger, browser).getStatusCode())
            .isEqualTo(HttpStatus.FORBIDDEN);
        EngineCalls.WRITES.forEach((call, body) -> assertThat(send(call, body, stranger).getStatusCode().is2xxSuccessful())
            .as(call).isEqualTo(EngineCalls.OF_ONES_OWN.contains(call)));

        for (String root : List.of("/engine-rest", APPLICATION)) {
            READS.forEach(call -> assertThat(anonymously(root, call, null)).as(call).isEqualTo(HttpStatus.UNAUTHORIZED));
            EngineCalls.WRITES.forEach((call, body) -> assertThat(anonymously(root, call, body)).as(call)
                .isEqualTo(HttpStatus.UNAUTHORIZED));
        }
    }

    @Test
    @DisplayName("What every role changes over the engine's REST API is what docs/roles.md says; an auditor changes nothing")
    void writes() throws IOException {
        RoleTable table = new RoleTable();
        Map<String, Map<String, String>> found = new HashMap<>();
        RoleTable.ROLES.forEach(role -> found.put(role, changes(role)));
        EngineCalls.WRITES.keySet().forEach(call ->
            table.add(call.replaceAll("\\?.*", ""), role -> found.get(role).get(call)));
        assertThat(EngineCalls.WRITES.keySet()).allSatisfy(call -> assertThat(table.cell(call.replaceAll("\\?.*", ""),
            StaffRoles.ADMIN)).as(call).isEqualTo(RoleTable.YES));
        table.isIn("Changing over the REST API");
        assertThat(EngineCalls.WRITES.keySet()).filteredOn(call -> !EngineCalls.OF_ONES_OWN.contains(call))
            .allSatisfy(call -> assertThat(table.cell(call.replaceAll("\\?.*", ""), StaffRoles.AUDITOR)).as(call)
                .isEqualTo(RoleTable.NO));
    }

    /** What came of each change that somebody of this role tried; what is changed is made anew for the next. */
    private Map<String, String> changes(String role) {
        Map<String, String> cells = new HashMap<>();
        made.remove("definition");
        boolean untouched = false;
        for (Map.Entry<String, Object> write : EngineCalls.WRITES.entrySet()) {
            String call = write.getKey();
            if (!untouched) {
                make(role);
            }
            if (call.contains("{batch}")) {
                makeBatch();
            }
            ResponseEntity<String> answer = send(call, write.getValue(), new Colleague(http, role));
            untouched = !answer.getStatusCode().is2xxSuccessful();
            if (!untouched && MODELS.matcher(call).find()) {
                made.remove("definition");
            }
            // Some refusals come as "not found" or "bad request": that the call is well formed, the administrator proves.
            cells.put(call, !untouched ? RoleTable.YES
                : answer.getStatusCode().is4xxClientError() ? RoleTable.NO : answer.toString());
        }
        return cells;
    }

    private HttpStatusCode anonymously(String root, String call, Object body) {
        String[] parts = filled(call).split(" ");
        return http.exchange(root + parts[1], HttpMethod.valueOf(parts[0]),
            new HttpEntity<>(body == null ? null : body(body)), String.class).getStatusCode();
    }

    /** The same call as {@link #send}, the way Camunda's web applications make it. */
    private ResponseEntity<String> inApplication(String call, Object body, Colleague colleague, HttpClient browser) {
        named(colleague);
        String[] parts = filled(call).split(" ");
        HttpResponse<String> answer = colleague.send(browser, HttpMethod.valueOf(parts[0]), APPLICATION + parts[1],
            body == null ? null : body(body).toString());
        return ResponseEntity.status(answer.statusCode()).body(answer.body());
    }

    private ResponseEntity<String> send(String call, Object body, Colleague colleague) {
        named(colleague);
        String[] parts = filled(call).split(" ");
        return colleague.call(HttpMethod.valueOf(parts[0]), parts[1], body == null ? null : body(body));
    }

    private void named(Colleague colleague) {
        made.put("self", colleague.id());
        made.put("new", "matrix-made-" + calls++);
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
        Colleague maker = Colleague.of(role, accounts, http);
        if (!made.containsKey("definition")) {
            deployTwice(maker);
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
        made.put("variable", runtime.createVariableInstanceQuery().processInstanceIdIn(made.get("instance"))
            .variableName("sealId").singleResult().getId());
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
        made.put("resource", repository.getDeploymentResources(deployment).get(0).getId());
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

    /** The ids of what was not there before the test. */
    private List<String> fresh(String kind) {
        return present().get(kind).stream().filter(id -> !before.get(kind).contains(id)).toList();
    }

    private Map<String, Set<String>> present() {
        return Map.of("deployment", ids(repository.createDeploymentQuery().list(), Deployment::getId),
            "user", ids(identities.createUserQuery().list(), User::getId),
            "group", ids(identities.createGroupQuery().list(), Group::getId),
            "filter", ids(filters.createFilterQuery().list(), Filter::getId),
            "batch", ids(management.createBatchQuery().list(), Batch::getId));
    }

    private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
        return things.stream().map(id).collect(Collectors.toSet());
    }
}
