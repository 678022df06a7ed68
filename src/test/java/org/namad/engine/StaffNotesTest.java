package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@NamadTest
class StaffNotesTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired IdentityService identities;

    String deployment;
    String instance;
    String task;
    String note;
    String file;

    @BeforeEach
    void start() {
        for (String role : StaffRoles.all()) {
            accounts.open("notes-" + role, "Sara", "Ahmadi", PASSWORD, role);
        }
        accounts.open("notes-omid", "Omid", "Karimi", PASSWORD, StaffRoles.CASE_OFFICER);
        deployment = repository.createDeployment().addString("noted.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="noted" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Task_Rule"/>
                <userTask id="Task_Rule" name="Rule" camunda:formRef="noted" camunda:formRefBinding="deployment"
                  camunda:candidateGroups="case-officer"/>
              </process>
            </definitions>
            """).addString("noted.form", """
            {"id": "noted", "type": "default", "schemaVersion": 16, "components": []}""").deploy().getId();
        instance = runtime.startProcessInstanceByKey("noted", "unknownkind-3").getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
        identities.setAuthentication("notes-case-officer", List.of(StaffRoles.CASE_OFFICER));
        note = tasks.createComment(task, instance, "shop called").getId();
        file = tasks.createAttachment("text", task, instance, "call.txt", null,
            new ByteArrayInputStream("shop called".getBytes())).getId();
        identities.clearAuthentication();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("What is noted on a task is read by whoever sees it, while it is open and afterwards; by nobody else")
    void read() {
        for (String role : List.of("case-officer", "supervisor", "auditor", "process-owner", "camunda-admin")) {
            assertThat(comments(role).getBody()).as(role).contains("shop called");
            assertThat(as(role).get("/task/" + task + "/attachment/" + file + "/data").getBody()).as(role)
                .isEqualTo("shop called");
        }
        unread();
        tasks.complete(task);
        assertThat(comments("case-officer").getBody()).contains("shop called");
        unread();
    }

    private void unread() {
        for (String role : List.of("rating-operator", "monitoring-officer")) {
            for (String path : List.of("/task/%s/comment", "/task/%s/comment/" + note, "/task/%s/attachment",
                    "/task/%s/attachment/" + file, "/task/%s/attachment/" + file + "/data")) {
                ResponseEntity<String> answer = as(role).get(path.formatted(task));
                assertThat(answer.getStatusCode().is4xxClientError()).as("%s %s: %s", role, path, answer).isTrue();
            }
        }
    }

    @Test
    @DisplayName("Notes and files are added by those who do tasks and see this one, and by nobody else")
    void written() {
        for (String role : List.of("case-officer", "supervisor", "camunda-admin")) {
            assertThat(comment(role).getStatusCode()).as(role).isEqualTo(HttpStatus.OK);
        }
        for (String role : List.of("rating-operator", "monitoring-officer", "auditor", "process-owner")) {
            assertThat(comment(role).getStatusCode().is4xxClientError()).as(role).isTrue();
        }
        assertThat(tasks.getTaskComments(task)).hasSize(4);
    }

    @Test
    @DisplayName("A note is changed and deleted by its author alone, a file by administrators")
    void changed() {
        Map<String, String> other = Map.of("id", note, "message", "never called");
        for (String who : List.of("omid", "supervisor", "rating-operator", "auditor", "process-owner")) {
            assertThat(as(who).put("/task/" + task + "/comment", other).getStatusCode().is4xxClientError()).as(who).isTrue();
            assertThat(as(who).delete("/task/" + task + "/comment/" + note).getStatusCode().is4xxClientError()).as(who)
                .isTrue();
        }
        for (String who : List.of("case-officer", "omid", "supervisor", "auditor", "process-owner")) {
            refused(as(who).delete("/task/" + task + "/comment"), "of their own only");
            refused(as(who).delete("/process-instance/" + instance + "/comment"), "of their own only");
            refused(as(who).delete("/process-instance/" + instance + "/comment/" + note), "of their own only");
            refused(as(who).put("/process-instance/" + instance + "/comment", other), "of their own only");
            assertThat(as(who).delete("/task/" + task + "/attachment/" + file).getStatusCode().is4xxClientError()).as(who)
                .isTrue();
        }
        assertThat(tasks.getTaskComments(task)).extracting(Comment::getFullMessage).containsExactly("shop called");
        assertThat(tasks.getTaskAttachments(task)).hasSize(1);

        done(as("case-officer").put("/task/" + task + "/comment", Map.of("id", note, "message", "called twice")));
        assertThat(tasks.getTaskComments(task)).extracting(Comment::getFullMessage).containsExactly("called twice");
        done(as("case-officer").delete("/task/" + task + "/comment/" + note));
        done(as("camunda-admin").delete("/task/" + task + "/attachment/" + file));
        assertThat(tasks.getTaskComments(task)).isEmpty();
        assertThat(tasks.getTaskAttachments(task)).isEmpty();
    }

    private ResponseEntity<String> comments(String role) {
        return as(role).get("/task/" + task + "/comment");
    }

    private ResponseEntity<String> comment(String role) {
        return as(role).post("/task/" + task + "/comment/create", Map.of("message", "by " + role));
    }

    private RestClientOfStaff as(String name) {
        return new RestClientOfStaff(http, "notes-" + name, PASSWORD);
    }

    private static void refused(ResponseEntity<String> answer, String words) {
        assertThat(answer.getBody()).contains(words);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private static void done(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.NO_CONTENT);
    }
}
