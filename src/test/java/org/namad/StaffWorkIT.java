package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff who work on one task, as they meet each other in Tasklist. */
@Tag("shares-h2")
@NamadTest
class StaffWorkIT {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final By WRITING = By.cssSelector(".fjs-container textarea:not([readonly]):not([disabled])");

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired StaffAccounts accounts;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired JdbcTemplate database;

    String deployment;
    String instance;
    String task;

    @BeforeEach
    void start() {
        accounts.open("tasklist-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("tasklist-omid", "امید", "کریمی", PASSWORD, StaffRoles.CASE_OFFICER);
        deployment = repository.createDeployment().addString("tasklist.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="tasklist" name="Tasklist" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"><outgoing>a</outgoing></startEvent>
                <sequenceFlow id="a" sourceRef="Start" targetRef="Task_Rule"/>
                <userTask id="Task_Rule" name="Rule on it" camunda:formRef="tasklist"
                  camunda:formRefBinding="deployment" camunda:candidateGroups="case-officer"
                  camunda:dueDate="${workingDays.after(3)}"><incoming>a</incoming><outgoing>b</outgoing></userTask>
                <sequenceFlow id="b" sourceRef="Task_Rule" targetRef="End"/>
                <endEvent id="End"><incoming>b</incoming></endEvent>
              </process>
            </definitions>
            """).addString("tasklist.form", """
            {"id": "tasklist", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
              {"id": "Due", "type": "textfield", "key": "due", "label": "Due", "readonly": true},
              {"id": "Reasons", "type": "textarea", "key": "reasons", "label": "Reasons"}]}
            """).deploy().getId();
        instance = runtime.startProcessInstanceByKey("tasklist", "unknownkind-3", Map.of("sealId", 5L)).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("R26 In Tasklist what an officer types is kept until it is sent, on every computer, and read by nobody else; who comes second reads who was faster; a substitute does the work, under both names")
    void colleagues() {
        openTask("tasklist-omid");
        browser.click(By.xpath("//button[normalize-space()='Claim' or .//*[normalize-space()='Claim']]"));
        browser.awaitText("امید کریمی");
        write("دیدم");
        awaitKept("دیدم");
        browser.awaitText("Draft kept.");
        browser.click(By.xpath("//button[normalize-space()='Save']"));
        assertThat(((JavascriptExecutor) browser.driver()).executeScript("return JSON.stringify(localStorage)").toString())
            .doesNotContain("دیدم");
        browser.other();
        openTask("tasklist-omid");
        awaitWritten("دیدم");
        browser.screenshot("staff-draft");
        tasks.setAssignee(task, "tasklist-sara");
        browser.click(By.xpath("//button[normalize-space()='Complete']"));
        browser.awaitText("این کار را سارا احمدی برداشته است");
        browser.screenshot("staff-refused");
        assertThat(runtime.getVariables(instance)).containsOnlyKeys("sealId");

        openTask("tasklist-sara");
        awaitWritten("");
        browser.open("/staff/absence?lang=fa");
        assertThat(browser.barriers()).isEmpty();
        browser.click(By.cssSelector("#substitute option[value='tasklist-omid']"));
        browser.fill("firstDay", "1400/01/01");
        browser.fill("lastDay", "1499/12/29");
        browser.screenshot("staff-absence");
        browser.follow(By.cssSelector("main form:last-of-type p.actions button"));
        browser.awaitText("امید کریمی به جای سارا احمدی");

        openTask("tasklist-omid");
        browser.awaitText("جانشینی سارا احمدی");
        browser.click(By.cssSelector(".reset-assignee"));
        browser.find(By.cssSelector("button.unclaim"));
        write("به جای سارا");
        browser.screenshot("staff-substitute");
        awaitKept("به جای سارا");
        browser.click(By.xpath("//button[normalize-space()='Complete']"));
        HistoricTaskInstance done = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> history
            .createHistoricTaskInstanceQuery().taskId(task).singleResult(), found -> found.getEndTime() != null);
        assertThat(List.of(done.getAssignee(), done.getOwner())).containsExactly("tasklist-omid", "tasklist-sara");
        assertThat(drafts()).isEmpty();
    }

    @Test
    @DisplayName("Whose session is over in Tasklist reads so on the sign-in page, signs in and is back at the same task")
    void sessionOver() {
        openTask("tasklist-omid");
        browser.awaitText("Rule on it");
        browser.driver().manage().addCookie(new Cookie("JSESSIONID", "long-gone"));
        browser.click(By.xpath("//button[normalize-space()='Claim' or .//*[normalize-space()='Claim']]"));
        browser.awaitText("Your session is over. Please sign in again.");
        browser.screenshot("staff-session-over");
        enter("tasklist-omid");
        browser.awaitText("Rule on it");
        assertThat(browser.driver().getCurrentUrl()).contains("/camunda/app/tasklist/").contains("task=" + task);
    }

    private void awaitWritten(String reasons) {
        Awaitility.await("the draft").atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() ->
            reasons.equals(browser.find(WRITING).getDomProperty("value")));
    }

    private void awaitKept(String reasons) {
        Awaitility.await("the draft").atMost(Duration.ofSeconds(30)).until(() ->
            drafts().toString().contains("\"reasons\":\"" + reasons + "\""));
    }

    private List<String> drafts() {
        return database.query("select typed from staff_draft where place = ?",
            (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8), "task:" + task);
    }

    private void write(String reasons) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            browser.find(WRITING).clear();
            browser.find(WRITING).sendKeys(reasons);
            return reasons.equals(browser.find(WRITING).getDomProperty("value"));
        });
    }

    private void openTask(String user) {
        signIn(user);
        browser.open("/staff?lang=en");
        browser.open("/camunda/app/tasklist/default/#/?task=" + task);
    }

    private void signIn(String user) {
        browser.driver().manage().deleteAllCookies();
        browser.open("/staff/sign-in");
        enter(user);
    }

    private void enter(String user) {
        browser.fill("username", user);
        browser.fill("password", PASSWORD);
        browser.follow(By.cssSelector("main form button"));
    }
}
