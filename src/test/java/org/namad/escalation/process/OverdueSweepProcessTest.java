package org.namad.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.calendar.WorkingDays;
import org.namad.casefile.CaseFiles;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.demo.ReceivedMail;
import org.namad.engine.Absence;
import org.namad.engine.Absences;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDesk;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.engine.TaskChoice;
import org.namad.engine.TimeTravel;
import org.namad.escalation.Escalation;
import org.namad.escalation.Escalations;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.notification.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class OverdueSweepProcessTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String SARA = "late-sara@namad.example";
    private static final String OMID = "late-omid@namad.example";
    private static final String SHIRIN = "late-shirin@namad.example";

    @Autowired StaffAccounts accounts;
    @Autowired Absences absences;
    @Autowired StaffDesk staffDesk;
    @Autowired ComplaintDesk complaints;
    @Autowired Escalations escalations;
    @Autowired OverdueTasks overdue;
    @Autowired CaseFiles caseFiles;
    @Autowired Outbox outbox;
    @Autowired Mails mails;
    @Autowired TransactionTemplate transaction;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired FilterService filters;
    @Autowired ManagementService management;
    @Autowired IdentityService identities;
    @Autowired WorkingDays workingDays;
    @Autowired JalaliDates dates;
    @Autowired NamadClock clock;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired MockMvc http;

    Absence absence;

    @BeforeEach
    void open() {
        open("late-sara", "سارا", StaffRoles.CASE_OFFICER);
        open("late-omid", "امید", StaffRoles.CASE_OFFICER);
        open("late-shirin", "شیرین", StaffRoles.SUPERVISOR);
    }

    @AfterEach
    void leave() {
        identities.clearAuthentication();
        if (absence != null) {
            absences.end(absence.id(), accounts.find("late-shirin").orElseThrow());
        }
    }

    @Test
    @DisplayName("An overdue task: on the first working day its group is told, on the third the supervisors; each once, none after it is done")
    void levels() throws Exception {
        Task task = dispute();
        LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), NamadClock.TEHRAN);
        Instant first = seven(workingDays.after(due, 1));
        travel.to(first.minusSeconds(60));
        assertThat(told(task, SARA, SHIRIN)).isEmpty();

        travel.to(first.plusSeconds(60));
        String key = caseOf(task);
        ReceivedMail reminder = arrived(SARA, key);
        assertThat(reminder.subject()).isEqualTo("دیرکرد: رأی درباره شکایت، پروندهٔ " + key);
        assertThat(reminder.text()).contains("سارا احمدی گرامی", dates.weekday(task.getDueDate().toInstant(), Locale.forLanguageTag("fa")), "یکی از شما آن را بردارد");
        assertThat(TestMailbox.button(reminder)).endsWith("/camunda/app/tasklist/default/#/?task=" + task.getId());
        assertThat(told(task, OMID)).hasSize(1);
        assertThat(told(task, SHIRIN)).isEmpty();
        assertThat(listed()).doesNotContain(task.getId());

        tasks.setAssignee(task.getId(), "late-omid");
        Instant third = seven(workingDays.after(due, 3));
        travel.to(third.minusSeconds(60));
        assertThat(told(task, SHIRIN)).isEmpty();
        travel.to(third.plusSeconds(60));
        ReceivedMail escalated = arrived(SHIRIN, key);
        assertThat(escalated.subject()).isEqualTo("برای سرپرستان: «رأی درباره شکایت» در پروندهٔ " + key + " دیر شده است");
        assertThat(escalated.text()).contains("امید احمدی");
        assertThat(TestMailbox.button(escalated)).endsWith("/staff/cases/" + key);

        assertThat(listed()).contains(task.getId());
        StaffMember shirin = accounts.find("late-shirin").orElseThrow();
        assertThat(staffDesk.of(shirin, new TaskChoice("", "", "escalated", "", key, "")).work())
            .extracting(StaffDesk.Work::escalated).containsExactly(StaffRoles.SUPERVISOR);
        assertThat(escalations.open()).anyMatch(group -> group.getStaffGroup().equals(StaffRoles.CASE_OFFICER)
            && group.getTasks() > 0);
        http.perform(get("/staff/cases/" + key).param("lang", "en").session(session("late-shirin"))).andExpect(content()
            .string(allOf(containsString("escalated to supervisors"), containsString("Reminder: رأی درباره شکایت is overdue"),
                containsString("told: supervisors"))));
        http.perform(get("/staff/tasks").param("when", "escalated").param("q", key).session(session("late-shirin")))
            .andExpect(content().string(containsString("به سرپرست گفته شده است")));

        travel.to(third.plusSeconds(3 * 86_400));
        assertThat(told(task, SARA, OMID, SHIRIN)).hasSize(3);
        staffDesk.complete(accounts.find("late-omid").orElseThrow(), List.of(task.getId()),
            staffDesk.decision(task.getId()).orElseThrow(), "dismissed", "کالا رسیده است.", Locale.ENGLISH);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(listed()).doesNotContain(task.getId());
    }

    @Test
    @DisplayName("Whoever has claimed an overdue task is told alone; while that person is away, the substitute is")
    void absent() {
        Task claimed = dispute();
        tasks.setAssignee(claimed.getId(), "late-sara");
        Task others = dispute();
        tasks.setAssignee(others.getId(), "late-omid");
        travel.to(claimed.getDueDate().toInstant());
        absence = absences.enter("late-sara", "late-shirin", clock.today(), clock.today().plusDays(20),
            accounts.find("late-sara").orElseThrow());
        clock.moveTo(seven(workingDays.after(clock.today(), 1)));
        runtime.startProcessInstanceByKey(OverdueSweepProcess.KEY);
        assertThat(told(claimed, SHIRIN)).singleElement().returns("task-overdue", Mail::template)
            .satisfies(mail -> assertThat(mail.text()).contains("سارا احمدی").doesNotContain("یکی از شما"));
        assertThat(told(claimed, SARA, OMID)).isEmpty();
        assertThat(told(others, OMID)).hasSize(1);
        assertThat(told(others, SARA, SHIRIN)).isEmpty();
    }

    @Test
    @DisplayName("A task that is done in time, or was moved, is told to nobody; tasks of a business never are")
    void inTime() {
        Task done = dispute();
        Task moved = dispute();
        String doneCase = caseOf(done);
        Complaint answering = register();
        tasks.createTaskQuery().processInstanceBusinessKey(answering.key().toString()).list()
            .forEach(task -> tasks.setDueDate(task.getId(), done.getDueDate()));
        tasks.setDueDate(moved.getId(), workingDays.after(30));
        travel.to(done.getDueDate().toInstant().minusSeconds(3600));
        staffDesk.complete(accounts.find("late-omid").orElseThrow(), List.of(done.getId()),
            staffDesk.decision(done.getId()).orElseThrow(), "dismissed", "رسیده است.", Locale.ENGLISH);
        clock.moveTo(seven(workingDays.after(clock.today(), 4)));
        runtime.startProcessInstanceByKey(OverdueSweepProcess.KEY);
        assertThat(escalations.findByCaseKeyOrderById(caseOf(moved))).isEmpty();
        assertThat(escalations.findByCaseKeyOrderById(doneCase)).isEmpty();
        assertThat(escalations.findByCaseKeyOrderById(answering.key().toString())).isEmpty();
    }

    @Test
    @DisplayName("A process owner may tell another group, on another day; where namad.language is en, mails are English")
    void english() {
        Task task = dispute();
        clock.moveTo(task.getDueDate().toInstant().plusSeconds(60));
        open("late-arash", "آرش", StaffRoles.ADMIN);
        DelegateExecution execution = mock(DelegateExecution.class);
        Map.of(OverdueSweepProcess.AUDIENCE, StaffRoles.ADMIN, OverdueSweepProcess.WORKING_DAY, "0",
            OverdueSweepProcess.TEMPLATE, "task-escalated", OverdueSweepProcess.BATCH, "500")
            .forEach((name, value) -> when(execution.getVariableLocal(name)).thenReturn(value));
        TellOfOverdueTasks english = new TellOfOverdueTasks(overdue, escalations, accounts, absences, caseFiles, outbox,
            workingDays, dates, clock, "https://namad.example", Locale.ENGLISH);
        transaction.executeWithoutResult(status -> english.execute(execution));
        transaction.executeWithoutResult(status -> english.execute(execution));

        assertThat(told(task, "late-arash@namad.example")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("For supervisors: “رأی درباره شکایت” in case " + caseOf(task) + " is overdue");
            assertThat(mail.text()).contains("nobody", "Go to the case");
        });
        assertThat(tasks.getVariableLocal(task.getId(), "escalated")).isEqualTo(StaffRoles.ADMIN);
        assertThat(escalations.findByCaseKeyOrderById(caseOf(task))).extracting(Escalation::audience)
            .containsExactly(StaffRoles.ADMIN);
    }

    private Complaint register() {
        return complaints.register(new NewComplaint(data.person().id(), data.issuedSeal().domain(), "F-6", null,
            ComplaintReason.NOT_REFUNDED, "پول برنگشته است", null));
    }

    private Task dispute() {
        Complaint complaint = register();
        complaints.answer(complaint.id(), "برمی‌گردانیم");
        complaints.dispute(complaint.id(), "هنوز نه");
        travel.runDueJobs();
        return tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString()).withCandidateGroups()
            .singleResult();
    }

    private String caseOf(Task task) {
        return overdue.caseOf(task).toString();
    }

    private List<Mail> told(Task task, String... addresses) {
        return mails.of(overdue.caseOf(task)).stream().filter(mail -> mail.template().startsWith("task-")
            && List.of(addresses).contains(mail.address())).toList();
    }

    private ReceivedMail arrived(String address, String caseKey) {
        return Awaitility.await().until(() -> mailbox.all(address).stream()
            .filter(mail -> mail.caseKey().equals(caseKey)).reduce((first, second) -> second), Optional::isPresent)
            .orElseThrow();
    }

    private List<String> listed() {
        String filter = management.getProperties().get("namad.filter.escalated");
        return as("late-shirin", () -> filters.<Task>list(filter).stream().map(Task::getId).toList());
    }

    private <T> T as(String who, Supplier<T> work) {
        identities.setAuthentication(who, List.of(StaffRoles.SUPERVISOR));
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Instant seven(LocalDate day) {
        return day.atTime(LocalTime.of(7, 0)).atZone(NamadClock.TEHRAN).toInstant();
    }

    private void open(String id, String firstName, String group) {
        accounts.open(id, firstName, "احمدی", PASSWORD, group);
        accounts.reachAt(id, id + "@namad.example");
    }

    private MockHttpSession session(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", PASSWORD)).andReturn().getRequest().getSession();
    }
}
