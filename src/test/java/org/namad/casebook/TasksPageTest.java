package org.namad.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.calendar.WorkingDays;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.engine.Absences;
import org.namad.engine.CaseTasks;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDesk;
import org.namad.engine.StaffDesk.Result;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class TasksPageTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String RULE = "complaint/Task_RuleOnComplaint";
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired StaffDesk staffDesk;
    @Autowired CaseTasks caseTasks;
    @Autowired Absences absences;
    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired NamadClock clock;
    @Autowired WorkingDays workingDays;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;

    Seal seal;
    Complaint first;
    Complaint second;

    @BeforeEach
    void tasks() {
        accounts.open("bulk-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("bulk-omid", "امید", "کریمی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("bulk-shirin", "شیرین", "راد", PASSWORD, StaffRoles.SUPERVISOR);
        accounts.open("bulk-neda", "ندا", "فرهادی", PASSWORD, StaffRoles.AUDITOR);
        accounts.open("bulk-reza", "رضا", "نوری", PASSWORD, StaffRoles.RATING_OPERATOR);
        seal = data.issuedSeal();
        first = disputed("F-1");
        second = disputed("F-2");
    }

    private Complaint disputed(String invoice) {
        Complaint complaint = desk.register(new NewComplaint(data.person().id(), seal.domain(), invoice, null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
        desk.answer(complaint.id(), "فرستاده شد");
        desk.dispute(complaint.id(), "نرسید");
        travel.runDueJobs();
        return complaint;
    }

    @Test
    @DisplayName("Many tasks of one sort get one decision; one that a colleague holds is told apart in words, the others are done")
    void complete() throws Exception {
        staffDesk.claim(member("bulk-omid"), List.of(task(second)), PERSIAN);
        Complaint third = disputed("F-3");
        String gone = task(third);
        staffDesk.complete(member("bulk-omid"), List.of(gone), staffDesk.decision(gone).orElseThrow(), "dismissed",
            "دلیل", PERSIAN);
        String page = page("bulk-sara", "?task=" + RULE + "&q=" + seal.domain());
        assertThat(page).contains(first.key().toString(), "upheld", "name=\"reason\"", "امید کریمی")
            .doesNotContain("name=\"to\"");
        assertThat(page("bulk-sara", "?q=" + seal.domain())).doesNotContain("name=\"decision\"");

        String after = act("bulk-sara", post("/staff/tasks").param("task", RULE).param("action", "complete")
            .param("ids", task(first), task(second), gone).param("decision", "upheld").param("reason", "رسید نیست"));
        assertThat(after).contains("۱ کار از ۳ کار انجام شد", "امید کریمی برداشته است", "دیگر باز نیست");
        assertThat(stateOf(first)).isEqualTo(ComplaintStatus.UPHELD);
        assertThat(stateOf(second)).isEqualTo(ComplaintStatus.DISPUTED);
        assertThat(stateOf(third)).isEqualTo(ComplaintStatus.DISMISSED);
    }

    @Test
    @DisplayName("A decision without its reason, or one that the form does not offer, changes nothing")
    void incomplete() throws Exception {
        for (List<String> wrong : List.of(List.of("upheld", " "), List.of("hang", "دلیل"), List.of("", "دلیل"))) {
            assertThat(act("bulk-sara", post("/staff/tasks").param("task", RULE).param("action", "complete")
                .param("ids", task(first)).param("decision", wrong.get(0)).param("reason", wrong.get(1))))
                .contains("تصمیم و دلیل آن را کامل کنید");
        }
        assertThat(act("bulk-sara", post("/staff/tasks").param("action", "claim"))).contains("کاری برنگزیده‌اید");
        assertThat(stateOf(first)).isEqualTo(ComplaintStatus.DISPUTED);
    }

    @Test
    @DisplayName("The reason for many decisions is kept while it is typed, for its writer alone, until one of them is taken; wrong input leaves everything as it was typed")
    void reason() throws Exception {
        String query = "?task=" + RULE + "&q=" + seal.domain();
        http.perform(post("/staff/tasks/draft").session(signIn("bulk-sara")).with(csrf()).param("task", RULE)
            .param("reason", "رسید نیست")).andExpect(content().string("پیش‌نویس نگه داشته شد."));
        assertThat(page("bulk-sara", query)).contains(">رسید نیست</textarea>");
        assertThat(page("bulk-omid", query)).contains("</textarea>").doesNotContain("رسید نیست");

        String wrong = act("bulk-sara", complete("upheld", "ا".repeat(2001)));
        assertThat(wrong).contains("دلیل بیش از ۲٬۰۰۰ نویسه است", "ا".repeat(2001), "value=\"upheld\" dir=\"auto\" selected");
        assertThat(stateOf(first)).isEqualTo(ComplaintStatus.DISPUTED);
        assertThat(act("bulk-sara", complete("upheld", "رسید پستی نیست"))).contains("۱ کار از ۱ کار انجام شد")
            .doesNotContain("رسید نیست");
        assertThat(page("bulk-sara", query)).contains("</textarea>").doesNotContain("رسید نیست");
    }

    @Test
    @DisplayName("Which tasks are chosen is kept as they are ticked, for whoever ticks them alone, until something is done with them; sent when the session is over, they and the reason wait for their writer on the same page")
    void selection() throws Exception {
        String query = "?task=" + RULE + "&q=" + seal.domain();
        http.perform(post("/staff/tasks/draft").session(signIn("bulk-sara")).with(csrf()).param("task", RULE)
            .param("ids", task(second))).andExpect(status().isOk());
        assertThat(ticked(page("bulk-sara", query))).containsExactly(task(second));
        assertThat(ticked(page("bulk-omid", query))).isEmpty();
        act("bulk-sara", post("/staff/tasks").param("task", RULE).param("action", "claim").param("ids", task(second)));
        assertThat(ticked(page("bulk-sara", query))).isEmpty();

        String page = "/staff/tasks" + query;
        MockHttpSession over = new MockHttpSession();
        http.perform(complete("upheld", "رسید نیست").session(over).with(csrf()).param("page", page)
            .param("writer", "bulk-sara")).andExpect(redirectedUrl(page + "&typed"));
        http.perform(get(page + "&typed").session(over)).andExpect(redirectedUrl("/staff/sign-in?over"));
        http.perform(post("/staff/sign-in").session(over).with(csrf()).param("username", "bulk-sara")
            .param("password", PASSWORD)).andExpect(redirectedUrlPattern("**" + page + "&typed*"));
        String shown = http.perform(get(page + "&typed").session(over)).andReturn().getResponse().getContentAsString();
        assertThat(ticked(shown)).containsExactly(task(first));
        assertThat(shown).contains(">رسید نیست</textarea>", "زمان نشست شما تمام شده بود");
        assertThat(stateOf(first)).isEqualTo(ComplaintStatus.DISPUTED);
    }

    private static List<String> ticked(String page) {
        return Jsoup.parse(page).select("input[name=ids][checked]").eachAttr("value");
    }

    private MockHttpServletRequestBuilder complete(String decision, String reason) {
        return post("/staff/tasks").param("task", RULE).param("q", seal.domain()).param("action", "complete")
            .param("ids", task(first)).param("decision", decision).param("reason", reason);
    }

    @Test
    @DisplayName("Supervisors see every task and assign it to whoever may do it; they do none that is not theirs; officers assign nothing")
    void assign() throws Exception {
        assertThat(act("bulk-shirin", post("/staff/tasks").param("action", "assign").param("to", "bulk-omid")
            .param("ids", task(first), task(second)))).contains("۲ کار از ۲ کار انجام شد");
        assertThat(caseTasks.of(first.key()).get(0).assignee()).isEqualTo("امید کریمی");
        assertThat(act("bulk-shirin", post("/staff/tasks").param("action", "assign").param("to", "bulk-reza")
            .param("ids", task(first)))).contains("این همکار در گروهی نیست");
        assertThat(act("bulk-sara", post("/staff/tasks").param("action", "assign").param("to", "bulk-sara")
            .param("ids", task(first)))).contains("سپردن کار به دیگران با سرپرستان است");
        Complaint third = disputed("F-4");
        assertThat(act("bulk-shirin", post("/staff/tasks").param("action", "complete").param("ids", task(third))
            .param("decision", "upheld").param("reason", "دلیل"))).contains("این کار با گروه شما نیست");
        assertThat(stateOf(third)).isEqualTo(ComplaintStatus.DISPUTED);
    }

    @Test
    @DisplayName("An officer sets a follow-up in working days for tasks of one's own; a substitute does so for the absent; others cannot")
    void followUp() throws Exception {
        act("bulk-sara", post("/staff/tasks").param("action", "claim").param("ids", task(first)));
        assertThat(act("bulk-sara", post("/staff/tasks").param("action", "followUp").param("days", "2")
            .param("ids", task(first), task(second)))).contains("۱ کار از ۲ کار انجام شد", "نخست آن را بردارید");
        assertThat(caseTasks.of(first.key()).get(0).followUp()).isEqualTo(workingDays.after(2).toInstant());
        StaffMember omid = member("bulk-omid");
        assertThat(staffDesk.followUp(omid, List.of(task(first)), 1, PERSIAN)).noneMatch(Result::isDone);
        long absence = absences.enter("bulk-sara", "bulk-omid", clock.today(), clock.today(), member("bulk-sara")).id();
        assertThat(staffDesk.followUp(omid, List.of(task(first)), 1, PERSIAN)).allMatch(Result::isDone);
        absences.end(absence, member("bulk-sara"));
        assertThat(act("bulk-sara", post("/staff/tasks").param("action", "followUp").param("days", "31")
            .param("ids", task(first)))).contains("حداکثر ۳۰ روز کاری");
        travel.to(workingDays.after(1).toInstant());
        assertThat(page("bulk-sara", "?who=mine&when=followUp&q=" + first.key())).contains(task(first));
        staffDesk.followUp(member("bulk-sara"), List.of(task(first)), 0, PERSIAN);
        assertThat(page("bulk-sara", "?who=mine&when=followUp&q=" + first.key())).doesNotContain(task(first));
    }

    @Test
    @DisplayName("The list shows staff what their groups do, a rating operator no complaints; auditors and others do not get in")
    void seen() throws Exception {
        assertThat(page("bulk-sara", "?q=" + seal.domain() + "&lang=en")).contains(first.key().toString(),
            "unclaimed");
        assertThat(page("bulk-shirin", "?who=free&q=" + seal.domain())).contains(first.key().toString());
        assertThat(page("bulk-sara", "?who=mine&q=" + seal.domain())).contains("کاری با این ویژگی‌ها نیست");
        assertThat(page("bulk-reza", "")).doesNotContain(first.key().toString());
        http.perform(get("/staff/tasks").session(signIn("bulk-neda"))).andExpect(status().isForbidden());
        http.perform(post("/staff/tasks").session(signIn("bulk-neda")).with(csrf()).param("action", "claim")
            .param("ids", task(first))).andExpect(status().isForbidden());
        http.perform(get("/staff").session(signIn("bulk-neda"))).andExpect(content().string(allOf(
            containsString("/staff/cases"), not(containsString("\"/staff/tasks\"")))));
    }

    @Test
    @DisplayName("However many tasks there are, what is chosen is found, by person, shop, seal or case; the rest stands page by page")
    void many() throws Exception {
        String deployment = repository.createDeployment().addModelInstance("many.bpmn",
            Bpmn.createExecutableProcess("many").camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("Task_Count").name("Count").camundaFormRef("many").camundaFormRefBinding("deployment")
                .camundaCandidateGroups(StaffRoles.CASE_OFFICER).camundaDueDate("${workingDays.after(1)}").endEvent()
                .done()).addString("many.form", "{\"id\": \"many\", \"type\": \"default\", \"components\": []}")
            .deploy().getId();
        try {
            for (int i = 0; i < 250; i++) {
                runtime.startProcessInstanceByKey("many", "many-" + i);
            }
            staffDesk.claim(member("bulk-sara"), List.of(task(first)), PERSIAN);
            String number = seal.id().toString();
            for (String query : List.of("?who=mine", "?q=" + seal.domain(), "?q=" + first.key(), "?seal=" + number,
                    "?seal=" + persian(number), "?seal=" + number + "&q=فروش‌گاه")) {
                assertThat(page("bulk-sara", query)).as(query).contains(task(first)).doesNotContain("many-");
            }
            assertThat(page("bulk-shirin", "?seal=" + number)).contains(task(first), task(second), ">" + persian(number) + "<");
            for (String query : List.of("?seal=" + number + "&q=_", "?seal=0", "?who=mine&seal=" + number)) {
                assertThat(page("bulk-shirin", query)).as(query).contains("کاری با این ویژگی‌ها نیست");
            }
            Set<String> listed = new HashSet<>();
            for (int page = 0; page < 3; page++) {
                String shown = page("bulk-shirin", "?task=many/Task_Count&part=" + page);
                List<String> ids = Pattern.compile("name=\"ids\"[^>]*value=\"([^\"]+)\"").matcher(shown).results()
                    .map(match -> match.group(1)).toList();
                assertThat(ids).hasSize(page == 2 ? 50 : 100);
                listed.addAll(ids);
                assertThat(shown.contains("rel=\"prev\"")).isEqualTo(page > 0);
                assertThat(shown.contains("rel=\"next\"")).isEqualTo(page < 2);
            }
            assertThat(listed).hasSize(250);
            // The sorts of task to choose from do not depend on which of them stand on the page.
            assertThat(page("bulk-sara", "?task=many/Task_Count")).contains("value=\"" + RULE + "\"");
            assertThat(page("bulk-reza", "")).doesNotContain("value=\"" + RULE + "\"");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private static String persian(String digits) {
        return digits.chars().mapToObj(c -> String.valueOf((char) (c - '0' + '۰'))).collect(Collectors.joining());
    }

    private String task(Complaint complaint) {
        return caseTasks.of(complaint.key()).get(0).id();
    }

    private ComplaintStatus stateOf(Complaint complaint) {
        return complaints.findById(complaint.id()).orElseThrow().status();
    }

    private StaffMember member(String id) {
        return accounts.find(id).orElseThrow();
    }

    private String page(String who, String query) throws Exception {
        return http.perform(get("/staff/tasks" + query).session(signIn(who))).andExpect(status().isOk()).andReturn()
            .getResponse().getContentAsString();
    }

    private String act(String who, MockHttpServletRequestBuilder request) throws Exception {
        MvcResult done = http.perform(request.session(signIn(who)).with(csrf())).andReturn();
        return http.perform(get(URI.create(done.getResponse().getRedirectedUrl())).session((MockHttpSession) done.getRequest()
            .getSession()).flashAttrs(done.getFlashMap())).andReturn().getResponse().getContentAsString();
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }
}
