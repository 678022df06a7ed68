package org.namad.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.figure.Figure;
import org.namad.oversight.Failures.Cause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class OversightTest {

    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("watched").name("Watched flow")
        .camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("Task_Look").name("Look").camundaFormRef("watched").camundaFormRefBinding("deployment")
        .camundaCandidateGroups(StaffRoles.RATING_OPERATOR).camundaDueDate("${workingDays.after(3)}")
        .boundaryEvent("Event_Late").timerWithDuration("P9D").endEvent().moveToActivity("Task_Look")
        .exclusiveGateway("Gateway_Ask").name("Ask registry").camundaAsyncBefore()
        .condition("Yes", "${missing == 'yes'}").endEvent()
        .moveToLastGateway().condition("No", "${missing != 'yes'}").endEvent().done();
    private static final String FORM =
        "{\"id\": \"watched\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": []}";

    @Autowired MockMvc http;
    @Autowired Oversight oversight;
    @Autowired Workload workload;
    @Autowired Failures failures;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired IdentityService identities;
    @Autowired StaffAccounts accounts;
    @Autowired ComplaintDesk desk;
    @Autowired TestData data;
    @Autowired NamadClock clock;
    @Autowired JdbcTemplate database;

    String deployment;

    @BeforeEach
    void deploy() {
        deployment = repository.createDeployment().addModelInstance("watched.bpmn", MODEL)
            .addString("watched.form", FORM).deploy().getId();
    }

    @AfterEach
    void remove() {
        identities.clearAuthentication();
        repository.deleteDeployment(deployment, true);
        oversight.forget();
    }

    @Test
    @DisplayName("Open tasks are counted by group and kind: not due, due today, for how long they are overdue, and by age")
    void open() {
        Instant now = clock.instant();
        Instant endOfToday = now.plus(Duration.ofHours(5));
        long[] hours = {2, 30, -1, -23, -30, -80, -200, -300, -400};
        for (long hour : hours) {
            Task task = look();
            tasks.setDueDate(task.getId(), Date.from(now.plus(Duration.ofHours(hour))));
            // Opened four days before it was due, or just now.
            database.update("update ACT_RU_TASK set CREATE_TIME_ = ? where ID_ = ?", Timestamp.from(now.minus(
                Duration.ofHours(Math.max(0, 96 - hour)))), task.getId());
        }
        tasks.setDueDate(look().getId(), null);
        assertThat(workload.open(now, endOfToday)).filteredOn(one -> one.process().equals("watched"))
            .containsExactly(new Workload.Open(StaffRoles.RATING_OPERATOR, "watched", "Task_Look", "Look", 2, 1, 2, 1, 1, 3,
                List.of(1L, 1L, 4L, 4L)));
    }

    @Test
    @DisplayName("Completed tasks are counted by day and by the role of whoever completed them")
    void done() {
        accounts.open("watch-sara", "Nilufar", "Amini", "Kafe-sahar-27", StaffRoles.RATING_OPERATOR);
        Instant now = clock.instant();
        List<Instant> starts = List.of(now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
        List<Long> before = workload.done(starts).getOrDefault(StaffRoles.RATING_OPERATOR, List.of(0L, 0L));
        Task task = look();
        tasks.setAssignee(task.getId(), "watch-sara");
        tasks.complete(task.getId());
        assertThat(workload.done(starts).get(StaffRoles.RATING_OPERATOR))
            .containsExactly(before.get(0), before.get(1) + 1);
    }

    @Test
    @DisplayName("R1 The complaints whose 96 hours end soonest stand on the dashboard, with the hours left")
    void clocks() throws Exception {
        oversight.forget();
        double before = value(oversight.edition().figure("clocks").orElseThrow(), "96");
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), data.issuedSeal().domain(), "W-1", null,
            ComplaintReason.OTHER, "هنوز نرسیده است.", null, false, List.of()));
        oversight.forget();
        assertThat(value(oversight.edition().figure("clocks").orElseThrow(), "96")).isEqualTo(before + 1);
        assertThat(oversight.edition().clocks()).isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()))
            .allSatisfy(one -> assertThat(one.due()).isNotNull());
        if (oversight.edition().clocks().size() < 20) {
            dashboard("supervisor1").andExpect(content().string(containsString("/staff/cases/complaint-" + complaint.id())));
        }
    }

    private static double value(Figure figure, String row) {
        return figure.rows().stream().filter(one -> one.code().equals(row)).findFirst().orElseThrow().values().get(0);
    }

    @Test
    @DisplayName("A step that failed is shown with its name, its cause in words and its case; who may retries one or all alike")
    void incidents() throws Exception {
        List<String> jobs = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            jobs.add(fail("watched-" + i));
        }
        Cause cause = cause();
        assertThat(cause).returns("Watched flow", Cause::process).returns("Ask registry", Cause::element)
            .returns(Failures.Kind.MODEL, Cause::kind).returns(3L, Cause::count);
        assertThat(cause.message()).contains("missing");
        assertThat(cause.cases()).extracting(Failures.Stopped::caseKey)
            .containsExactlyInAnyOrder("watched-1", "watched-2", "watched-3");

        dashboard("supervisor1").andExpect(content().string(allOf(containsString("Ask registry"),
            containsString("/staff/cases/watched-1"), containsString("retry-alike"))));
        dashboard("auditor1").andExpect(content().string(allOf(containsString("Ask registry"), not(containsString("retry")))));
        http.perform(get("/staff/dashboard").session(session("officer1"))).andExpect(status().isForbidden());

        String one = "/staff/dashboard/incidents/" + cause.incident() + "/retry";
        http.perform(post(one).session(session("auditor1")).with(csrf())).andExpect(status().isForbidden());
        assertThatThrownBy(() -> failures.retryAlike(cause.incident(), "auditor1")).isInstanceOf(RetryRefused.class);
        assertThat(cause().count()).isEqualTo(3);

        http.perform(post(one).param("lang", "en").session(session("supervisor1")).with(csrf()))
            .andExpect(redirectedUrl("/staff/dashboard#incidents"))
            .andExpect(flash().attribute("message", containsString("One step is tried again")));
        assertThat(cause().count()).isEqualTo(2);
        http.perform(post("/staff/dashboard/incidents/" + cause().incident() + "/retry-alike").param("lang", "en")
            .session(session("admin")).with(csrf()))
            .andExpect(flash().attribute("message", containsString("2 steps are tried again")));
        assertThat(failures.causes()).noneMatch(left -> left.process().equals("Watched flow"));
        http.perform(post(one).param("lang", "en").session(session("supervisor1")).with(csrf()))
            .andExpect(flash().attribute("message", containsString("nothing to do")));

        // What is tried again fails once more, and comes back.
        jobs.forEach(this::run);
        assertThat(cause().count()).isEqualTo(3);
    }

    @Test
    @DisplayName("R1 A timer that is tried again keeps its time: no deadline ends early")
    void timers() {
        Job timer = management.createJobQuery().processInstanceId(look().getProcessInstanceId()).singleResult();
        management.setJobRetries(timer.getId(), 0);
        assertThat(failures.retry(cause().incident(), "supervisor1")).isOne();
        assertThat(management.createJobQuery().jobId(timer.getId()).singleResult()).returns(1, Job::getRetries)
            .returns(timer.getDuedate(), Job::getDuedate);
    }

    @Test
    @DisplayName("A step that failed and has tries left is among those that are tried again by themselves")
    void failing() {
        String job = ask("watched-9");
        run(job);
        assertThat(failures.failing()).filteredOn(one -> one.code().equals("watched/Gateway_Ask"))
            .singleElement().returns(1L, Failures.Failing::jobs).returns("Ask registry", Failures.Failing::element);
        assertThat(failures.causes()).noneMatch(left -> left.process().equals("Watched flow"));
    }

    @Test
    @DisplayName("R13 N13 Every figure of the dashboard can be had as a file, in both languages")
    void files() throws Exception {
        fail("watched-7");
        List<String> files = new ArrayList<>(oversight.edition().figures().stream().map(Figure::key).toList());
        assertThat(files).contains("meter", "steps", "throughput", "done", "work", "ages", "tasks", "clocks", "failing");
        files.addAll(List.of("ending", "incidents"));
        for (String file : files) {
            for (String language : List.of("fa", "en")) {
                http.perform(get("/staff/dashboard/" + file + ".csv").param("lang", language).session(session("auditor1")))
                    .andExpect(status().isOk()).andExpect(content().contentType("text/csv;charset=UTF-8"))
                    .andExpect(content().string(allOf(containsString(","), not(containsString("??")))));
            }
        }
        assertThat(file("work")[0]).isEqualTo("\ufeffRole,Name,Not due yet,Due today,Overdue,Escalated,Up to a day late,"
            + "One to three days late,Three to seven days late,More than seven days late");
        assertThat(file("ages")[0]).isEqualTo("\ufeffRole,Name,Open for less than a day,Open for one to three days,"
            + "Open for three to seven days,Open for more than seven days");
        Figure ages = oversight.edition().figure("ages").orElseThrow();
        assertThat(file("ages")).hasSize(ages.rows().size() + 1).contains("rating-operator,Rating operators,"
            + ages.rows().stream().filter(row -> row.code().equals(StaffRoles.RATING_OPERATOR)).findFirst().orElseThrow()
                .values().stream().map(value -> String.valueOf(value.longValue())).collect(Collectors.joining(",")));
        http.perform(get("/staff/dashboard/nothing.csv").session(session("auditor1"))).andExpect(status().isNotFound());
    }

    private String[] file(String figure) throws Exception {
        return http.perform(get("/staff/dashboard/" + figure + ".csv").param("lang", "en").session(session("auditor1")))
            .andReturn().getResponse().getContentAsString().split("\r\n");
    }

    private Task look() {
        String instance = runtime.startProcessInstanceByKey("watched").getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private String ask(String caseKey) {
        String instance = runtime.createProcessInstanceByKey("watched").businessKey(caseKey)
            .startBeforeActivity("Gateway_Ask").execute().getId();
        return management.createJobQuery().processInstanceId(instance).singleResult().getId();
    }

    private String fail(String caseKey) {
        String job = ask(caseKey);
        // The first failure sets how often the step is tried.
        run(job);
        management.setJobRetries(job, 1);
        run(job);
        return job;
    }

    private void run(String job) {
        assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
    }

    private Cause cause() {
        return failures.causes().stream().filter(one -> one.process().equals("Watched flow")).findFirst().orElseThrow();
    }

    private ResultActions dashboard(String who) throws Exception {
        oversight.forget();
        return http.perform(get("/staff/dashboard").param("lang", "en").session(session(who))).andExpect(status().isOk());
    }

    private MockHttpSession session(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", "Namad-demo-1")).andReturn().getRequest().getSession();
    }
}
