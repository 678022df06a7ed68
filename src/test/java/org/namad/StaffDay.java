package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.demo.ReceivedMail;
import org.namad.engine.StaffDesk;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

/**
 * A day of an officer and a supervisor in the browser, in the language of {@code namad.language}: Tasklist and its
 * filters, the page of the case, a decision; many tasks at once; an absence; the dashboard. Pictures are kept in
 * {@code target/screenshots/staff-<language>}.
 */
abstract class StaffDay {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String STANDSTILL = "standstill";

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired NamadClock clock;
    @Autowired ComplaintDesk desk;
    @Autowired StaffDesk staffDesk;
    @Autowired TimeTravel travel;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired ManagementService management;
    @Autowired MessageSource messages;
    @Value("${namad.language}") Locale language;

    private int invoices;
    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    @DisplayName("R6 An officer finds a task in Tasklist by its reason, claims it, reads and notes on the page of the case, and rules; then many at once")
    void officer() {
        Seal seal = data.issuedSeal();
        Task first = dispute(seal);
        Task second = dispute(seal);
        Task third = dispute(seal);
        browser.signInStaff("officer1");
        browser.open("/staff?lang=" + language.getLanguage());
        browser.open("/camunda/app/tasklist/default/");
        browser.click(filter("complaint.filter.NOT_REFUNDED"));
        browser.awaitText(seal.domain());
        keep("tasklist");

        openTask(first);
        browser.click(By.cssSelector("button.claim"));
        browser.find(By.cssSelector("button.unclaim"));
        // The form is drawn anew once the task is claimed.
        String link = Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> browser.find(
            By.cssSelector(".fjs-container a[href*='/staff/cases/']")).getDomProperty("href"), Objects::nonNull);
        keep("task");
        browser.open(link.substring(link.indexOf("/staff/cases/")));
        assertThat(browser.text()).contains(seal.domain(), first.getName());
        browser.fill("text", "تلفنی گفت‌وگو شد.");
        browser.press(said("casebook.note.add"));
        assertThat(browser.text()).contains("تلفنی گفت‌وگو شد.", said("casebook.note.added"));
        look("case");

        openTask(first);
        String label = staffDesk.decision(first.getId()).orElseThrow().options().stream()
            .filter(option -> option.value().equals("dismissed")).findFirst().orElseThrow().label();
        By dismissed = By.xpath("//label[contains(., '" + label + "')]//input");
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            browser.click(dismissed);
            return browser.find(dismissed).isSelected();
        });
        By reasons = By.cssSelector(".fjs-container textarea:not([readonly]):not([disabled])");
        browser.find(reasons).sendKeys("رسید پست با سفارش می‌خواند.");
        keep("ruling");
        browser.click(By.xpath("//button[normalize-space()='Complete' or normalize-space()='پایان کار']"));
        Awaitility.await().atMost(PATIENCE).until(() -> isDone(first));

        together(seal, second, third);
    }

    /** Behind its name stands the number of tasks, hidden as long as another filter is open. */
    private By filter(String label) {
        return By.xpath("//h4/a[starts-with(normalize-space(), '" + said(label) + "')]");
    }

    private void openTask(Task task) {
        // Tasklist keeps to the filter that is open, and so forgets a task that is asked for from within.
        browser.open("/staff");
        browser.open("/camunda/app/tasklist/default/#/?task=" + task.getId());
    }

    /** Claims and completes many tasks on one page. */
    private void together(Seal seal, Task second, Task third) {
        browser.open("/staff/tasks?q=" + seal.domain());
        look("tasks");
        tick(second, third);
        browser.press(said("casebook.tasks.claim"));
        assertThat(browser.driver().findElements(By.cssSelector("input[name=ids]:checked"))).isEmpty();
        assertThat(tasks.createTaskQuery().taskId(second.getId()).singleResult().getAssignee()).isEqualTo("officer1");

        browser.open("/staff/tasks?task=complaint/Task_RuleOnComplaint&q=" + seal.domain());
        tick(second, third);
        browser.click(By.cssSelector("#decision option[value=dismissed]"));
        browser.fill("reason", "برای هر دو یکسان است.");
        look("tasks-together");
        browser.press(said("casebook.tasks.complete"));
        keep("tasks-done");
        assertThat(List.of(isDone(second), isDone(third))).containsOnly(true);
    }

    @Test
    @DisplayName("R26 A supervisor enters a colleague's absence and ends it, finds an escalated task, reads the dashboard, takes a file, and has a failed step tried again")
    void supervisor() {
        browser.signInStaff("supervisor1");
        browser.open("/staff/absence?lang=" + language.getLanguage());
        browser.click(By.cssSelector("#absent option[value=officer1]"));
        browser.click(By.cssSelector("#substitute option[value=officer2]"));
        browser.fill("firstDay", "1400/01/01");
        browser.fill("lastDay", "1499/12/29");
        look("absence");
        browser.follow(By.cssSelector("main form:last-of-type p.actions button"));
        assertThat(browser.text()).contains("مریم کاظمی", "رضا نوری");
        browser.follow(By.xpath("//tr[contains(., 'مریم کاظمی')]//form[contains(@action, '/end')]//button"));

        escalated();
        standStill();
        browser.open("/staff/dashboard?lang=" + language.getLanguage());
        browser.awaitText("Stand still");
        look("dashboard");
        assertThat(file("work")).contains(said("engine.group.case-officer"), said("oversight.column.escalated"));
        browser.press(said("oversight.retry.alike"));
        assertThat(browser.text()).doesNotContain("Stand still");
        keep("dashboard-retried");
    }

    /** A task that is long overdue: the supervisor reads of it in a mail, in Tasklist and on Namad's pages. */
    private void escalated() {
        Seal seal = data.issuedSeal();
        Task late = dispute(seal);
        tasks.setDueDate(late.getId(), Date.from(clock.instant().minus(Duration.ofDays(20))));
        runtime.startProcessInstanceByKey("overdue-sweep");
        ReceivedMail mail = Awaitility.await().atMost(PATIENCE).until(() -> mailbox.of("supervisor1@namad.example",
            "task-escalated").stream().filter(one -> one.text().contains(seal.domain())).findFirst(),
            Optional::isPresent).orElseThrow();
        browser.open("/camunda/app/tasklist/default/");
        browser.click(filter("engine.filter.escalated"));
        browser.awaitText(seal.domain());
        keep("escalated-tasklist");
        browser.open("/staff/tasks?when=escalated&q=" + seal.domain());
        look("escalated-tasks");
        String page = TestMailbox.button(mail);
        browser.open(page.substring(page.indexOf("/staff/cases/")));
        assertThat(browser.text()).contains(late.getName());
        look("escalated-case");
        browser.open("data:text/html;charset=utf-8;base64," + Base64.getEncoder()
            .encodeToString(mail.html().getBytes(StandardCharsets.UTF_8)));
        keep("escalated-mail");
    }

    /** A case that does not go on until a supervisor has its step tried again. */
    private void standStill() {
        deployments.add(repository.createDeployment().addModelInstance(STANDSTILL + ".bpmn",
            Bpmn.createExecutableProcess(STANDSTILL).name("Stand still").camundaHistoryTimeToLiveString("P1D")
                .startEvent().intermediateCatchEvent("Event_Later").name("Much later").timerWithDuration("P900D")
                .endEvent().done()).deploy().getId());
        String instance = runtime.startProcessInstanceByKey(STANDSTILL).getId();
        management.setJobRetries(management.createJobQuery().processInstanceId(instance).singleResult().getId(), 0);
    }

    private String file(String figure) {
        return (String) ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            fetch(arguments[0]).then(answer => answer.text()).then(done);""", "/staff/dashboard/" + figure + ".csv");
    }

    private void tick(Task... chosen) {
        for (Task task : chosen) {
            browser.click(By.cssSelector("input[name=ids][value='" + task.getId() + "']"));
        }
    }

    private boolean isDone(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 0;
    }

    private Task dispute(Seal seal) {
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), seal.domain(), "D-" + ++invoices, null,
            ComplaintReason.NOT_REFUNDED, "پول برنگشته است", null));
        desk.answer(complaint.id(), "برمی‌گردانیم");
        desk.dispute(complaint.id(), "هنوز نه");
        travel.runDueJobs();
        return Awaitility.await().atMost(PATIENCE).until(() -> tasks.createTaskQuery().withCandidateGroups()
            .processInstanceBusinessKey(complaint.key().toString()).singleResult(), found -> found != null);
    }

    /** The page has no barriers, on a desk and on a telephone. */
    private void look(String name) {
        keep(name);
        assertThat(browser.barriers()).as(name).isEmpty();
        browser.wide(360);
        keep(name + "-360");
        assertThat(browser.breadth()).as(name + " on a telephone").isLessThanOrEqualTo(360);
        browser.wide(1280);
    }

    private void keep(String name) {
        browser.picture(Path.of("target/screenshots/staff-" + language.getLanguage(), name + ".png"));
    }

    private String said(String key) {
        return messages.getMessage(key, null, language);
    }
}
