package org.namad;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.namad.calendar.NamadClock;
import org.namad.outage.NewOutage;
import org.namad.outage.OutageDesk;
import org.openqa.selenium.By;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages on which officers and supervisors work, and the forms of their tasks in Tasklist. */
class StaffTour {

    private static final String FORM = "main form.fields";

    private final ManagementService management;
    private final OutageDesk outages;
    private final NamadClock clock;
    private final JdbcTemplate jdbc;

    StaffTour(ManagementService management, OutageDesk outages, NamadClock clock, JdbcTemplate jdbc) {
        this.management = management;
        this.outages = outages;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void visit(Visitor visitor) {
        visitor.look("staff-sign-in", "/staff/sign-in");
        visitor.look("staff-sign-in-refused", "/staff/sign-in?error");
        visitor.browser.signInStaff("officer1");
        visitor.look("staff", "/staff");
        visitor.refused("forbidden", "/staff/models");
        visitor.inspection.complain("forbidden, to somebody who has signed in", """
            return [...document.querySelectorAll('.session a[href="/sign-in"]')].map(link => link.textContent)""");
        visitor.look("outages", "/staff/outages");
        visitor.look("absence", "/staff/absence");
        visitor.sendEmpty("absence-refused", "/staff/absence", FORM);
        visitor.look("enforcement-new", "/staff/enforcement/new");
        visitor.sendEmpty("enforcement-new-refused", "/staff/enforcement/new", FORM);
        cases(visitor);
        visitor.look("tasks", "/staff/tasks");
        visitor.look("tasks-of-one-sort", "/staff/tasks?task=complaint/Task_RuleOnComplaint");
        tasklist(visitor);
        supervisor(visitor);
    }

    private void cases(Visitor visitor) {
        visitor.look("cases", "/staff/cases");
        visitor.look("cases-found", "/staff/cases?q=charm-e-tabriz.example");
        for (String kind : List.of("complaint", "application", "enforcement_case", "renewal")) {
            String key = kind.replace("_case", "") + "-" + jdbc.queryForObject("select min(id) from " + kind, Long.class);
            visitor.look("case-" + kind, "/staff/cases/" + key);
            visitor.look("changes-" + kind, "/staff/changes/" + key);
        }
        String aCase = "/staff/cases/complaint-" + jdbc.queryForObject("select min(id) from complaint", Long.class);
        visitor.sendEmpty("case-note-refused", aCase, FORM);
    }

    private void tasklist(Visitor visitor) {
        seeInTasklist(visitor, "Task_ReviewApplication");
        String document = visitor.browser.find(By.partialLinkText("کارت ملی")).getDomProperty("href");
        visitor.browser.open(document);
        if (visitor.browser.driver().findElements(By.tagName("img")).isEmpty()) {
            visitor.inspection.fault("an officer gets no document from " + document);
        }
        List.of("Task_RuleOnComplaint", "Task_ReachBusiness", "Task_DecideOnSeal", "Task_CheckRemedy", "Task_ReviewRenewal",
            "Task_ReviewAmendment").forEach(task -> seeInTasklist(visitor, task));
    }

    /** The dashboard, with a case that stands still; an outage and the clocks that it moved. */
    private void supervisor(Visitor visitor) {
        String job = jdbc.queryForObject("select min(ID_) from ACT_RU_JOB where HANDLER_TYPE_ = 'timer-transition'",
            String.class);
        management.setJobRetries(job, 0);
        visitor.browser.signInStaff("supervisor1");
        visitor.look("staff-supervisor", "/staff");
        visitor.look("dashboard", "/staff/dashboard");
        visitor.browser.follow(By.cssSelector("#incidents article > form button"));
        visitor.look("dashboard-retried", "/staff/dashboard");
        visitor.sendEmpty("outages-refused", "/staff/outages", FORM);
        Instant now = clock.instant();
        outages.log(new NewOutage(now.minus(Duration.ofHours(3)), now.minus(Duration.ofHours(2)), "برق نبود.",
            "There was no power."), "supervisor1");
        visitor.look("outages-logged", "/staff/outages");
        visitor.lookBehind("outage-moves", "main a[href*='/staff/outages/']");
    }

    /** The form shows every fact that the case has; named below are those that not every case has. */
    private void seeInTasklist(Visitor visitor, String task) {
        String id = jdbc.queryForObject("select min(ID_) from ACT_RU_TASK where TASK_DEF_KEY_ = ?", String.class, task);
        visitor.inspection.asOnDesk();
        visitor.browser.open("/camunda/app/tasklist/default/#/?task=" + id);
        visitor.browser.find(By.cssSelector(".fjs-container .fjs-form-field-radio, .fjs-container .fjs-form-field-textarea"));
        visitor.inspection.complain(task + " shows nothing in", """
            return [...document.querySelectorAll('.fjs-container [readonly], .fjs-container a')]
              .filter(part => part.href === undefined ? !part.value : !part.href.startsWith('http'))
              .map(part => part.id || part.textContent)
              .filter(name => !name.match(/legalId|WithdrawalLevel|ReturnNote|DataUpdatedAt|Supervision/))""");
        visitor.inspection.picture(task);
    }
}
