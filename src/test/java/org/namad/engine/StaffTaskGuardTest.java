package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class StaffTaskGuardTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired IdentityService identities;
    @Autowired JdbcTemplate database;
    @Autowired PlatformTransactionManager transactions;

    String deployment;
    String instance;
    String task;
    RestClientOfStaff sara;
    RestClientOfStaff omid;
    RestClientOfStaff supervisor;
    RestClientOfStaff admin;

    @BeforeEach
    void start() {
        sara = staff("guard-sara", "Sara", "Ahmadi", StaffRoles.CASE_OFFICER);
        omid = staff("guard-omid", "Omid", "Karimi", StaffRoles.CASE_OFFICER);
        supervisor = staff("guard-shirin", "Shirin", "Rad", StaffRoles.SUPERVISOR);
        admin = staff("guard-nima", "Nima", "Amini", StaffRoles.ADMIN);
        deployment = repository.createDeployment().addString("guarded.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="guarded" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Task_Rule"/>
                <userTask id="Task_Rule" name="Rule" camunda:formRef="guarded" camunda:formRefBinding="deployment"
                  camunda:candidateGroups="case-officer" camunda:dueDate="${workingDays.after(3)}"/>
                <sequenceFlow id="b" sourceRef="Task_Rule" targetRef="Task_After"/>
                <userTask id="Task_After" camunda:formKey="page:/panel/complaints/{id}"/>
              </process>
            </definitions>
            """).addString("guarded.form", """
            {"id": "guarded", "type": "default", "schemaVersion": 16, "components": [
              {"id": "a", "type": "textfield", "key": "site", "readonly": true},
              {"id": "b", "type": "textfield", "key": "due", "readonly": true},
              {"id": "c", "type": "group", "components": [
                {"id": "d", "type": "radio", "key": "ruling"}, {"id": "e", "type": "textarea", "key": "reasons"}]}]}
            """).deploy().getId();
        instance = runtime.startProcessInstanceByKey("guarded", "unknownkind-1",
            Map.of("complaintId", 17L, "sealId", 5L)).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        tasks.setVariableLocal(task, "site", "shop.example");
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("R26 What the form asks for is taken; ids and facts cannot be overwritten with it, over REST or by form")
    void onlyWhatTheFormAsksFor() {
        for (String name : new String[] {"complaintId", "sealId", "completedBy", "status"}) {
            refused(sara.complete(task, Map.of("ruling", "upheld", name, "99")), "does not ask for: " + name);
            refused(sara.submit(task, Map.of("ruling", "upheld", name, "99")), "does not ask for: " + name);
        }
        assertThat(runtime.getVariables(instance)).containsOnlyKeys("complaintId", "sealId");

        // Tasklist sends the facts back that the form has shown.
        done(sara.submit(task, Map.of("ruling", "upheld", "reasons", "seen", "site", "forged.example", "due", "never")));
        assertThat(runtime.getVariables(instance)).isEqualTo(Map.of("complaintId", 17L, "sealId", 5L,
            "ruling", "upheld", "reasons", "seen"));
    }

    @Test
    @DisplayName("R26 Staff set variables only by completing a task with its form; administrators also otherwise")
    void otherWaysToSetVariables() {
        Map<String, Object> value = Map.of("value", 99, "type", "Long");
        for (String path : new String[] {"/task/" + task + "/variables/sealId", "/task/" + task + "/localVariables/site",
            "/process-instance/" + instance + "/variables/sealId", "/execution/" + instance + "/localVariables/sealId"}) {
            assertThat(sara.put(path, value).getStatusCode()).as(path).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(sara.post("/task/" + task + "/variables", Map.of("modifications", Map.of("sealId", value)))
            .getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        refused(sara.post("/task/" + task + "/bpmnError", Map.of("errorCode", "any")), "with its form");
        refused(sara.post("/task/" + task + "/bpmnEscalation", Map.of("escalationCode", "any")), "with its form");
        assertThat(sara.put("/task/" + task, Map.of("name", "x", "assignee", "guard-omid")).getStatusCode())
            .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(runtime.getVariable(instance, "sealId")).isEqualTo(5L);

        done(admin.put("/process-instance/" + instance + "/variables/sealId", Map.of("value", 6, "type", "Long")));
        assertThat(runtime.getVariable(instance, "sealId")).isEqualTo(6L);
    }

    @Test
    @DisplayName("A task is claimed for oneself and given back; what a colleague has claimed is the colleague's")
    void claims() {
        refused(sara.post("/task/" + task + "/claim", Map.of("userId", "guard-omid")), "supervisors assign");
        done(sara.post("/task/" + task + "/claim", Map.of("userId", "guard-sara")));
        refused(omid.post("/task/" + task + "/claim", Map.of("userId", "guard-omid")), "Sara Ahmadi has claimed");
        refused(omid.post("/task/" + task + "/unclaim", Map.of()), "supervisors assign");
        refused(omid.post("/task/" + task + "/assignee", Map.of("userId", "guard-omid")), "Sara Ahmadi has claimed");
        refused(omid.complete(task, Map.of("ruling", "upheld")), "Sara Ahmadi has claimed");
        refused(omid.submit(task, Map.of("ruling", "upheld")), "Sara Ahmadi برداشته است");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("guard-sara");

        done(sara.post("/task/" + task + "/unclaim", Map.of()));
        done(omid.post("/task/" + task + "/claim", Map.of("userId", "guard-omid")));
        done(omid.submit(task, Map.of("ruling", "upheld")));
        assertThat(who()).isEqualTo("guard-omid");
    }

    @Test
    @DisplayName("Whoever has claimed a task puts it off in Tasklist, and changes nothing else about it; nobody else puts it off")
    void putOff() {
        Date later = new Date(1_900_000_000_000L);
        done(sara.post("/task/" + task + "/claim", Map.of("userId", "guard-sara")));
        assertThat(omid.put("/task/" + task, whole(later, 50)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(sara.put("/task/" + task, whole(later, 60)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(sara.put("/task/" + task, Map.of("followUp", "2030-03-17T17:46:40.000+0000")).getStatusCode())
            .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getFollowUpDate()).isNull();

        done(sara.put("/task/" + task, whole(later, 50)));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult()).satisfies(saved -> {
            assertThat(saved.getFollowUpDate()).hasTime(later.getTime());
            assertThat(List.of(saved.getAssignee(), saved.getPriority())).containsExactly("guard-sara", 50);
        });
    }

    /** The whole task, as Tasklist sends it back. */
    private Map<String, Object> whole(Date followUp, int priority) {
        Task now = tasks.createTaskQuery().taskId(task).singleResult();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);
        Map<String, Object> sent = new HashMap<>(Map.of("name", now.getName(), "assignee", now.getAssignee(), "priority",
            priority, "followUp", time.format(followUp.toInstant())));
        if (now.getDueDate() != null) {
            sent.put("due", time.format(now.getDueDate().toInstant()));
        }
        return sent;
    }

    @Test
    @DisplayName("Supervisors and administrators see every task and reassign it; they do not do a claimed one as it stands")
    void reassigned() {
        done(sara.post("/task/" + task + "/claim", Map.of("userId", "guard-sara")));
        assertThat(supervisor.get("/task/" + task).getBody()).contains("guard-sara");
        refused(admin.complete(task, Map.of("ruling", "upheld")), "Sara Ahmadi has claimed");
        done(supervisor.post("/task/" + task + "/assignee", Map.of("userId", "guard-omid")));
        refused(sara.complete(task, Map.of("ruling", "upheld")), "Omid Karimi has claimed");
        done(admin.post("/task/" + task + "/unclaim", Map.of()));
        done(sara.complete(task, Map.of("ruling", "upheld")));
        assertThat(who()).isEqualTo("guard-sara");
    }

    @Test
    @DisplayName("A task is given only to those whom the model names for it, as assignee or as owner")
    void givenToCandidates() {
        staff("guard-auditor", "Neda", "Karimi", StaffRoles.AUDITOR);
        staff("guard-rating", "Reza", "Karimi", StaffRoles.RATING_OPERATOR);
        for (String path : new String[] {"/assignee", "/claim"}) {
            refused(supervisor.post("/task/" + task + path, Map.of("userId", "guard-shirin")), "names others for it");
        }
        for (String part : new String[] {"assignee", "owner"}) {
            refused(supervisor.put("/task/" + task, Map.of(part, "guard-shirin")), "names others for it");
            refused(supervisor.put("/task/" + task, Map.of(part, "guard-rating")), "names others for it");
            refused(supervisor.put("/task/" + task, Map.of(part, "guard-auditor")), "Auditors and process owners");
            refused(admin.put("/task/" + task, Map.of(part, "guard-auditor")), "Auditors and process owners");
        }
        assertThat(supervisor.complete(task, Map.of("ruling", "upheld")).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);

        done(supervisor.put("/task/" + task, Map.of("assignee", "guard-sara", "owner", "guard-omid")));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult())
            .extracting(Task::getAssignee, Task::getOwner).containsExactly("guard-sara", "guard-omid");
    }

    @Test
    @DisplayName("R1 Nobody of the staff does what is for the business or the consumer to do")
    void tasksOfSides() {
        done(sara.complete(task, Map.of("ruling", "upheld")));
        String answer = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        for (String path : new String[] {"/assignee", "/claim"}) {
            refused(supervisor.post("/task/" + answer + path, Map.of("userId", "guard-shirin")), "side of the case");
            refused(sara.post("/task/" + answer + path, Map.of("userId", "guard-sara")), "طرف‌های پرونده");
        }
        refused(supervisor.put("/task/" + answer, Map.of("assignee", "guard-shirin")), "side of the case");
        refused(supervisor.put("/task/" + answer, Map.of("owner", "guard-sara")), "side of the case");
        tasks.setAssignee(answer, "guard-shirin");
        refused(supervisor.complete(answer, Map.of()), "side of the case");
        refused(supervisor.complete(answer, Map.of("sealId", "99")), "side of the case");
        refused(supervisor.submit(answer, Map.of("sealId", "99")), "side of the case");
        refused(supervisor.post("/task/" + answer + "/resolve", Map.of()), "side of the case");
        assertThat(supervisor.put("/task/" + answer + "/variables/sealId", Map.of("value", 99)).getStatusCode())
            .isEqualTo(HttpStatus.FORBIDDEN);

        assertThat(runtime.getVariable(instance, "sealId")).isEqualTo(5L);
        assertThat(tasks.createTaskQuery().taskId(answer).count()).isEqualTo(1);
        tasks.complete(answer);
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    @Test
    @DisplayName("Two officers complete one task at once: one does, the other is told who was faster")
    void twoAtOnce() {
        identities.setAuthentication("guard-sara", List.of(StaffRoles.CASE_OFFICER));
        CompletableFuture<ResponseEntity<String>> second = new TransactionTemplate(transactions).execute(status -> {
            tasks.complete(task, Map.of("ruling", "upheld"));
            var answer = CompletableFuture.supplyAsync(() -> omid.complete(task, Map.of("ruling", "dismissed")));
            Awaitility.await().until(() -> database.queryForObject("""
                select count(*) from information_schema.sessions
                where executing_statement like 'insert into ACT_RU_VARIABLE%'""", Long.class) > 0);
            return answer;
        });
        refused(second.join(), "Sara Ahmadi has just done this task");
        assertThat(runtime.getVariable(instance, "ruling")).isEqualTo("upheld");
        refused(omid.complete(task, Map.of("ruling", "dismissed")), "Sara Ahmadi has just done this task");
        refused(omid.post("/task/" + task + "/claim", Map.of("userId", "guard-omid")), "has just done");
    }

    @Test
    @DisplayName("A task whose case has moved on is said to be open no longer")
    void movedOn() {
        runtime.createProcessInstanceModification(instance).cancelAllForActivity("Task_Rule")
            .startBeforeActivity("Task_After").execute();
        refused(sara.complete(task, Map.of("ruling", "upheld")), "the case has moved on");
    }

    @Test
    @DisplayName("By when a task is due stands on its form, in both calendars, and follows a change of the date")
    void due() {
        String due = (String) tasks.getVariableLocal(task, "due");
        assertThat(due).contains(" · ").containsPattern("[۰-۹]{4}").containsPattern("20\\d\\d");
        tasks.setDueDate(task, Date.from(Instant.parse("2027-01-02T08:00:00Z")));
        assertThat(tasks.getVariableLocal(task, "due")).isEqualTo("شنبه ۱۲ دی ۱۴۰۵ · Saturday 2 January 2027");
    }

    private String who() {
        return history.createHistoricTaskInstanceQuery().processInstanceId(instance).taskDefinitionKey("Task_Rule")
            .list().stream().map(HistoricTaskInstance::getAssignee).findFirst().orElseThrow();
    }

    private static void refused(ResponseEntity<String> answer, String words) {
        assertThat(answer.getBody()).contains(words).contains(" / ");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private static void done(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.NO_CONTENT);
    }

    private RestClientOfStaff staff(String id, String firstName, String lastName, String group) {
        accounts.open(id, firstName, lastName, PASSWORD, group);
        return new RestClientOfStaff(http, id, PASSWORD);
    }
}
