package org.namad.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
import org.namad.engine.Absences;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDesk;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.engine.StaffDrafts;
import org.namad.engine.TimeTravel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class StaffDraftTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String WRITTEN = "{\"rulingReasons\":\"رسید پست با سفارش می‌خواند\",\"items\":[\"a\",\"b\"]}";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired StaffDesk desk;
    @Autowired Absences absences;
    @Autowired StaffDrafts drafts;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ComplaintDesk complaints;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired JdbcTemplate database;

    String task;

    @BeforeEach
    void claimed() {
        accounts.open("draft-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("draft-omid", "امید", "کریمی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("draft-neda", "ندا", "فرهادی", PASSWORD, StaffRoles.AUDITOR);
        Complaint complaint = complaints.register(new NewComplaint(data.person().id(), data.issuedSeal().domain(), "T-1",
            null, ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
        complaints.answer(complaint.id(), "فرستاده شد");
        complaints.dispute(complaint.id(), "نرسید");
        travel.runDueJobs();
        task = tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString()).withCandidateGroups()
            .singleResult().getId();
        tasks.setAssignee(task, "draft-sara");
    }

    @Test
    @DisplayName("What an officer writes in a task's form is kept for that officer alone: colleagues find and keep nothing, auditors do not get in")
    void alone() throws Exception {
        keep("draft-sara", "{\"rulingReasons\":\"نخست\"}").andExpect(status().isNoContent());
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        read("draft-sara").andExpect(jsonPath("$.written.rulingReasons", is("رسید پست با سفارش می‌خواند")))
            .andExpect(jsonPath("$.written.items[1]", is("b"))).andExpect(jsonPath("$.token").isNotEmpty());
        keep("draft-omid", "{\"rulingReasons\":\"من\"}").andExpect(status().isNotFound());
        read("draft-omid").andExpect(jsonPath("$.written").isEmpty());
        http.perform(get(address()).session(signIn("draft-neda"))).andExpect(status().isForbidden());
        http.perform(post(address()).session(signIn("draft-sara")).contentType(MediaType.APPLICATION_JSON)
            .content(WRITTEN)).andExpect(status().isForbidden());

        tasks.setAssignee(task, "draft-omid");
        read("draft-sara").andExpect(jsonPath("$.written").isEmpty());
        read("draft-omid").andExpect(jsonPath("$.written").isEmpty());
        tasks.setAssignee(task, "draft-sara");
        read("draft-sara").andExpect(jsonPath("$.written.items[0]", is("a")));
    }

    @Test
    @DisplayName("A substitute has a draft of one's own: neither reads the other's")
    void substitute() throws Exception {
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        long absence = absences.enter("draft-sara", "draft-omid", clock.today(), clock.today(), member("draft-sara")).id();
        read("draft-omid").andExpect(jsonPath("$.written").isEmpty());
        keep("draft-omid", "{\"rulingReasons\":\"به جای سارا\"}").andExpect(status().isNoContent());
        read("draft-omid").andExpect(jsonPath("$.written.rulingReasons", is("به جای سارا")));
        read("draft-sara").andExpect(jsonPath("$.written.items[0]", is("a")));
        absences.end(absence, member("draft-sara"));
        read("draft-omid").andExpect(jsonPath("$.written").isEmpty());
        keep("draft-omid", WRITTEN).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("Drafts go with the task, whether it is completed or taken away; what came too late is swept up")
    void gone() throws Exception {
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        assertThat(kept(task)).isOne();
        desk.complete(member("draft-sara"), List.of(task), desk.decision(task).orElseThrow(), "dismissed", "رسیده است",
            Locale.ENGLISH);
        assertThat(kept(task)).isZero();
        keep("draft-sara", WRITTEN).andExpect(status().isNotFound());

        String completed = task;
        claimed();
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        runtime.deleteProcessInstance(open.getProcessInstanceId(), "taken away");
        assertThat(kept(task)).isZero();

        claimed();
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        database.update("update staff_draft set place = ? where place = ?", "task:" + completed, "task:" + task);
        keep("draft-sara", WRITTEN).andExpect(status().isNoContent());
        drafts.sweep();
        assertThat(List.of(kept(completed), kept(task))).containsExactly(0L, 1L);
    }

    @Test
    @DisplayName("What is no form's content, or too long, is not kept")
    void refused() throws Exception {
        for (String wrong : List.of("[1]", "\"text\"", "{\"a\":", "")) {
            keep("draft-sara", wrong).andExpect(status().isBadRequest());
        }
        keep("draft-sara", "{\"a\":\"" + "x".repeat(StaffDrafts.LONGEST) + "\"}").andExpect(status().isPayloadTooLarge());
        keep("draft-sara", "{\"a\":\"" + "x".repeat(StaffDrafts.LONGEST - 8) + "\"}").andExpect(status().isNoContent());
        http.perform(post(address()).session(signIn("draft-sara")).with(csrf()).param("a", "b"))
            .andExpect(status().isUnsupportedMediaType());
    }

    private long kept(String taskId) {
        return database.queryForObject("select count(*) from staff_draft where place = ?", Long.class, "task:" + taskId);
    }

    private String address() {
        return "/staff/tasks/" + task + "/draft";
    }

    private ResultActions keep(String who, String written) throws Exception {
        return http.perform(post(address()).session(signIn(who)).with(csrf()).contentType(MediaType.APPLICATION_JSON)
            .content(written));
    }

    private ResultActions read(String who) throws Exception {
        return http.perform(get(address()).session(signIn(who))).andExpect(status().isOk());
    }

    private StaffMember member(String id) {
        return accounts.find(id).orElseThrow();
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }
}
