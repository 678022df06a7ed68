package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.engine.TimeTravel;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Camunda's web applications as staff see them, in Persian from right to left and in English: nothing stands off the
 * screen or on top of its neighbour. Pictures are kept in {@code target/screenshots}.
 */
@Tag("shares-h2")
@NamadTest
class WebApplicationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** What stands over the edge of the screen, other than what is scrolled or measured unseen. */
    private static final String OVER_THE_EDGE = """
        const cut = e => e.parentElement && (getComputedStyle(e.parentElement).overflowX !== 'visible'
          || cut(e.parentElement));
        return [...document.querySelectorAll('body *')].filter(e => {
          const box = e.getBoundingClientRect();
          return e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && box.width > 1 && box.height > 1
            && (box.left < -1 || box.right > innerWidth + 1) && !e.closest('svg') && !cut(e);
        }).map(e => e.outerHTML.slice(0, 120))""";
    private static final String LEFT = "return document.querySelector(arguments[0]).getBoundingClientRect().left";

    @RegisterExtension
    Browser browser = new Browser();
    @Autowired TestData data;
    @Autowired ComplaintDesk desk;
    @Autowired TimeTravel travel;
    @Autowired TaskService tasks;
    @Autowired NamadClock clock;
    @Autowired JalaliDates dates;

    Task task;

    @BeforeEach
    void dispute() {
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), data.issuedSeal().domain(), "WA-1", null,
            ComplaintReason.NOT_REFUNDED, "پول برنگشته است", null));
        desk.answer(complaint.id(), "برمی‌گردانیم");
        desk.dispute(complaint.id(), "هنوز نه");
        travel.runDueJobs();
        task = tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString()).withCandidateGroups()
            .singleResult();
        tasks.setAssignee(task.getId(), "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    @DisplayName("Tasklist: filters, tasks and the task stand side by side, dialog and date picker on the screen; Persian days are Jalali days")
    void tasklist(String language) {
        signIn(language);
        browser.open("/camunda/app/tasklist/default/#/?task=" + task.getId());
        browser.find(By.cssSelector(".fjs-container textarea"));
        look(language, "tasklist", "فهرست کارها", "Tasklist");
        assertThat(left(".column-left") > left(".column-center")).isEqualTo(language.equals("fa"));
        assertThat(left(".column-center") > left(".column-right")).isEqualTo(language.equals("fa"));

        browser.click(By.cssSelector(".followup-date .view-value"));
        browser.find(By.cssSelector(".uib-daypicker"));
        LocalDate today = clock.today();
        String[] month = dates.date(today, Locale.forLanguageTag("fa")).split(" ");
        assertThat(browser.find(By.cssSelector(".uib-daypicker .uib-title")).getText()).isEqualTo(language.equals("fa")
            ? month[1] + " " + month[2]
            : today.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + today.getYear());
        look(language, "tasklist-days", "فهرست کارها", "Tasklist");
        browser.click(By.xpath("(//td[contains(@class, 'uib-day')]/button[contains(@class, 'active')]"
            + "/following::td[contains(@class, 'uib-day')]/button)[1]"));
        browser.click(By.cssSelector(".datepicker-control button[ng-click*='applyChange']"));
        Awaitility.await().atMost(PATIENCE).until(() -> tasks.createTaskQuery().taskId(task.getId()).singleResult()
            .getFollowUpDate(), found -> found != null);
        assertThat(LocalDate.ofInstant(tasks.createTaskQuery().taskId(task.getId()).singleResult().getFollowUpDate()
            .toInstant(), NamadClock.TEHRAN)).isEqualTo(today.plusDays(1));

        browser.click(By.cssSelector("[ng-click*='openModal']"));
        dialog(language, "tasklist-filter", "فهرست کارها", "Tasklist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    @DisplayName("Cockpit: overview, processes, a model with its cases and a dialog stand on the screen; models keep their direction")
    void cockpit(String language) {
        signIn(language);
        browser.open("/camunda/app/cockpit/default/#/dashboard");
        browser.find(By.cssSelector(".dashboard"));
        look(language, "cockpit", "نمای فرایندها", "Cockpit");
        browser.open("/camunda/app/cockpit/default/#/processes");
        browser.find(By.cssSelector("table.process-definitions-list"));
        look(language, "cockpit-processes", "نمای فرایندها", "Cockpit");
        browser.open("/camunda/app/cockpit/default/#/process-definition/" + task.getProcessDefinitionId() + "/runtime");
        browser.find(By.cssSelector(".djs-container"));
        look(language, "cockpit-process", "نمای فرایندها", "Cockpit");
        browser.open("/camunda/app/cockpit/default/#/process-instance/" + task.getProcessInstanceId() + "/runtime");
        browser.find(By.cssSelector(".djs-container"));
        look(language, "cockpit-case", "نمای فرایندها", "Cockpit");
        assertThat(browser.driver().findElement(By.cssSelector(".djs-container")).getCssValue("direction")).isEqualTo("ltr");
        browser.click(By.cssSelector(".ctn-toolbar .btn-toolbar button, .ctn-toolbar .btn"));
        dialog(language, "cockpit-dialog", "نمای فرایندها", "Cockpit");
        browser.open("/camunda/app/cockpit/default/#/repository");
        browser.find(By.cssSelector(".deployments"));
        look(language, "cockpit-deployments", "نمای فرایندها", "Cockpit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    @DisplayName("Admin: accounts, an account with its groups, authorizations, a dialog and the metrics stand on the screen; Persian days are Jalali days")
    void admin(String language) {
        signIn(language);
        browser.open("/camunda/app/admin/default/#/users");
        browser.awaitText("officer1");
        look(language, "admin", "کاربران و دسترسی‌ها", "Admin");
        browser.open("/camunda/app/admin/default/#/authorization?resource=7");
        browser.find(By.cssSelector("table"));
        look(language, "admin-authorizations", "کاربران و دسترسی‌ها", "Admin");
        browser.open("/camunda/app/admin/default/#/users/officer1?tab=groups");
        browser.click(By.cssSelector("[ng-click*='openCreateGroupMembershipDialog']"));
        dialog(language, "admin-dialog", "کاربران و دسترسی‌ها", "Admin");
        browser.open("/camunda/app/admin/default/#/system?section=system-settings-metrics");
        browser.find(By.cssSelector(".metrics-monthly tbody td"));
        look(language, "admin-metrics", "کاربران و دسترسی‌ها", "Admin");
        LocalDate newYear = LocalDate.now().withDayOfYear(1);
        assertThat(browser.find(By.cssSelector(".execution-metrics")).getText()).contains(language.equals("fa")
            ? dates.date(newYear, Locale.forLanguageTag("fa")) : newYear.toString()).satisfies(text ->
                assertThat(text.contains("-01")).isEqualTo(language.equals("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    @DisplayName("Welcome: the ways into the applications and one's own profile stand on the screen")
    void welcome(String language) {
        signIn(language);
        browser.open("/camunda/app/welcome/default/#!/welcome");
        browser.awaitText(language.equals("fa") ? "فهرست کارها" : "Tasklist");
        look(language, "welcome", "برنامه‌های کارکنان", "Welcome");
    }

    private void signIn(String language) {
        browser.signInStaff("admin");
        browser.open("/staff?lang=" + language);
    }

    private void dialog(String language, String name, String persian, String english) {
        browser.find(By.cssSelector(".modal-dialog .modal-header"));
        look(language, name, persian, english);
        assertThat(browser.driver().findElement(By.cssSelector(".modal-dialog .modal-header")).getCssValue("direction"))
            .isEqualTo(language.equals("fa") ? "rtl" : "ltr");
    }

    private void look(String language, String name, String persian, String english) {
        Awaitility.await(name + " is still loading").atMost(PATIENCE).ignoreExceptions().until(() -> browser.driver()
            .findElements(By.cssSelector(".glyphicon-refresh.animate-spin, .app-splash")).stream()
            .noneMatch(WebElement::isDisplayed));
        browser.screenshot("webapps-" + language + "-" + name);
        assertThat(browser.find(By.cssSelector(".app-banner")).getText())
            .isEqualTo(language.equals("fa") ? "نماد · " + persian : "Namad · " + english);
        assertThat(browser.driver().findElements(By.cssSelector(".ce-eol-banner"))).noneMatch(WebElement::isDisplayed);
        // The engine's group of administrators cannot be called otherwise.
        assertThat(browser.text().replace("camunda-admin", "")).doesNotContainIgnoringCase("camunda")
            .doesNotContain("UTC", "7.24");
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("dir"))
            .isEqualTo(language.equals("fa") ? "rtl" : "ltr");
        assertThat((List<?>) script(OVER_THE_EDGE)).as(name).isEmpty();
        assertThat(browser.breadth()).as(name).isLessThanOrEqualTo(((Number) script("return innerWidth")).intValue());
    }

    private double left(String selector) {
        return ((Number) script(LEFT, selector)).doubleValue();
    }

    private Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) browser.driver()).executeScript(script, arguments);
    }
}
