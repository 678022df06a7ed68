package org.namad.rollout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.MoveBatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages on which cases move: what would be, what is, and what could not. */
@NamadTest
class MovesPageTest {

    private static final String KEY = "moves-on-pages";
    private static final String OWNER = "move-pages-owner";
    private static final String AUDITOR = "move-pages-auditor";
    private static final String SUPERVISOR = "move-pages-supervisor";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired CaseMoves moves;

    private ProcessInstance open;
    private ProcessInstance checked;

    /** One case waits for an answer, one for a check that has another name in the second version. */
    @BeforeEach
    void cases() {
        accounts.open(OWNER, "Parisa", "Nouri", "Kafe-sahar-27", StaffRoles.PROCESS_OWNER);
        accounts.open(AUDITOR, "Neda", "Farhadi", "Kafe-sahar-27", StaffRoles.AUDITOR);
        accounts.open(SUPERVISOR, "Sara", "Azad", "Kafe-sahar-27", StaffRoles.SUPERVISOR);
        deploy(model("Task_Check", "PT96H", "Task_Answer"));
        open = runtime.startProcessInstanceByKey(KEY, "complaint-900001");
        checked = runtime.startProcessInstanceByKey(KEY, "complaint-900002");
        tasks.complete(tasks.createTaskQuery().processInstanceId(checked.getId()).singleResult().getId());
    }

    @AfterEach
    void takeBack() {
        management.createBatchQuery().list().forEach(batch -> new MoveBatch(management, batch.getId()).forget());
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
            .map(ProcessDefinition::getDeploymentId).forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    @DisplayName("The plan shows what moves, times that differ and what has no counterpart; auditors only read it")
    void preview() throws Exception {
        deploy(model("Task_CheckAnew", "PT72H", "Task_Answer"));
        http.perform(get("/staff/models/move?lang=en").param("process", KEY).with(staff(OWNER)))
            .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("PT96H"), containsString("PT72H"),
                containsString("One case is at this step"), containsString("Check (Task_CheckAnew)"),
                containsString("Move 2 cases to version 2"))));
        http.perform(get("/staff/models/move?lang=en").param("process", KEY).with(staff(AUDITOR)))
            .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("PT72H"),
                not(containsString("Move 2 cases")), not(containsString("name=\"apply\"")))));
        http.perform(get("/staff/models").with(staff(AUDITOR)))
            .andExpect(content().string(containsString("/staff/models/move?process=" + KEY)));
        for (String nothing : List.of("process=no-such", "process=" + KEY + "&from=1&to=9", "process=" + KEY + "&from=7&to=1")) {
            http.perform(get("/staff/models/move?" + nothing).with(staff(OWNER))).andExpect(status().isNotFound());
        }
        http.perform(get("/staff/models/move?lang=en&from=2&to=2").param("process", KEY).with(staff(OWNER)))
            .andExpect(status().isOk()).andExpect(content().string(containsString("Choose two different versions")));
        http.perform(get("/staff/models/move?lang=en&from=2&to=1").param("process", KEY).with(staff(OWNER)))
            .andExpect(status().isOk()).andExpect(content().string(containsString("Version 2 holds no running cases")));
    }

    @Test
    @DisplayName("A mapping that the engine refuses comes back as it was chosen, with the reason, and nothing moves")
    void badMapping() throws Exception {
        deploy(model("Task_Check", "PT72H", "Task_Check"));
        http.perform(start(Map.of())).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("The move has not begun"),
                containsString("One case waits for this event"))));
        http.perform(start(Map.of("Event_Reminder1", "Event_Reminder2"))).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("The move has not begun"),
                containsString("value=\"Event_Reminder2\" selected"), containsString("belongs to a step"))));
        http.perform(start(Map.of("Event_Reminder1", "Event_Gone"))).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("There is no step")));
        http.perform(start(Map.of("Event_Reminder1", "Flow_1"))).andExpect(status().isUnprocessableEntity());
        assertThat(moves.latest()).noneMatch(move -> move.key().equals(KEY));
        assertThat(version(open)).isEqualTo(1);
        assertThat(version(checked)).isEqualTo(1);
    }

    @Test
    @DisplayName("What was mapped since the plan was shown is shown first, and only then carried out")
    void changed() throws Exception {
        deploy(model("Task_CheckAnew", "PT96H", "Task_Answer"));
        String mapped = "/staff/models/move?process=" + KEY + "&from=1&to=2&map.Task_Check=Task_CheckAnew";
        http.perform(start(Map.of("Task_Check", "Task_CheckAnew")).param("apply", "yes")).andExpect(redirectedUrl(mapped))
            .andExpect(flash().attribute("changed", (Object) null));
        http.perform(post("/staff/models/move").param("process", KEY).param("from", "1").param("to", "2")
                .param("map.Task_Check", "Task_CheckAnew").param("seen", "{}").with(staff(OWNER)).with(csrf()))
            .andExpect(redirectedUrl(mapped)).andExpect(flash().attribute("changed", true));
        assertThat(moves.latest()).noneMatch(move -> move.key().equals(KEY));

        http.perform(get(mapped + "&lang=en").with(staff(OWNER))).andExpect(content().string(allOf(
            containsString("value=\"Task_CheckAnew\" selected"), containsString("{Task_Check=Task_CheckAnew}"))));
        String progress = http.perform(start(Map.of("Task_Check", "Task_CheckAnew"))).andExpect(status().isFound())
            .andReturn().getResponse().getRedirectedUrl();
        carryOut(progress);
        http.perform(get(progress + "?lang=en").with(staff(OWNER))).andExpect(status().isOk())
            .andExpect(header().doesNotExist("Refresh")).andExpect(content().string(allOf(containsString("2 of 2"),
                containsString("no deadline has changed"), not(containsString("could not move</h2>")))));
        assertThat(version(checked)).isEqualTo(2);
    }

    @Test
    @DisplayName("A move shows how far it is, reports with reason and link what could not move, and tries again")
    void progress() throws Exception {
        deploy(model("Task_CheckAnew", "PT72H", "Task_Answer"));
        String progress = http.perform(start(Map.of())).andExpect(redirectedUrlPattern("/staff/models/moves/*"))
            .andReturn().getResponse().getRedirectedUrl();
        http.perform(start(Map.of())).andExpect(redirectedUrl(progress));
        http.perform(get(progress + "?lang=en").with(staff(OWNER))).andExpect(header().string("Refresh", "5"))
            .andExpect(content().string(allOf(containsString("0 of 2"), containsString("Under way"))));
        carryOut(progress);
        assertThat(version(open)).isEqualTo(2);
        assertThat(version(checked)).isEqualTo(1);

        http.perform(get(progress + "?lang=en").with(staff(OWNER))).andExpect(header().doesNotExist("Refresh"))
            .andExpect(content().string(allOf(containsString("1 of 2"), containsString("Parisa Nouri"),
                containsString("has no counterpart in the other version"),
                containsString("#/process-instance/" + checked.getId()), containsString("complaint-900002"),
                not(containsString("/staff/cases/complaint-900002")), containsString("Try again</button>"))));
        http.perform(get(progress + "?lang=en").with(staff(AUDITOR))).andExpect(content().string(allOf(
            containsString("/staff/cases/complaint-900002"), not(containsString("Try again</button>")))));

        http.perform(post(progress + "/retry").with(staff(OWNER)).with(csrf())).andExpect(redirectedUrl(progress))
            .andExpect(flash().attributeExists("message"));
        http.perform(get("/staff/dashboard").with(staff(SUPERVISOR))).andExpect(status().isOk());
        tasks.complete(tasks.createTaskQuery().processInstanceId(checked.getId()).singleResult().getId());
        carryOut(progress);
        http.perform(get(progress + "?lang=en").with(staff(OWNER)))
            .andExpect(content().string(containsString("The case has ended in the meantime")));
        http.perform(get("/staff/models?lang=en").with(staff(AUDITOR)))
            .andExpect(content().string(allOf(containsString(progress), containsString("from version 1 to version 2"))));
        http.perform(get("/staff/models/moves/no-such").with(staff(OWNER))).andExpect(status().isNotFound());
        http.perform(post("/staff/models/moves/no-such/retry").with(staff(OWNER)).with(csrf()))
            .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("Every case that could not move is in the report, a hundred on a page")
    void manyStay() throws Exception {
        Set<String> keys = new TreeSet<>(Set.of("complaint-900002"));
        for (int i = 0; i < 104; i++) {
            String key = "complaint-" + (910000 + i);
            tasks.complete(tasks.createTaskQuery().processInstanceId(runtime.startProcessInstanceByKey(KEY, key).getId())
                .singleResult().getId());
            keys.add(key);
        }
        deploy(model("Task_CheckAnew", "PT72H", "Task_Answer"));
        String progress = http.perform(start(Map.of())).andReturn().getResponse().getRedirectedUrl();
        carryOut(progress);

        Set<String> told = keys(progress + "?lang=en", "1 to 100 of 105", "rel=\"next\"");
        assertThat(told).hasSize(100);
        Set<String> rest = keys(progress + "?lang=en&page=1", "101 to 105 of 105", "rel=\"prev\"");
        assertThat(rest).hasSize(5);
        told.addAll(rest);
        assertThat(told).isEqualTo(keys);
        assertThat(keys(progress + "?lang=en&page=7", "101 to 105 of 105", "rel=\"prev\"")).isEqualTo(rest);
    }

    private Set<String> keys(String page, String which, String way) throws Exception {
        String shown = http.perform(get(page).with(staff(OWNER))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString(which), containsString(way))))
            .andReturn().getResponse().getContentAsString();
        return new TreeSet<>(Pattern.compile("complaint-9\\d+").matcher(shown).results().map(MatchResult::group).toList());
    }

    private MockHttpServletRequestBuilder start(Map<String, String> byHand) {
        MockHttpServletRequestBuilder start = post("/staff/models/move?lang=en").param("process", KEY).param("from", "1")
            .param("to", "2").param("seen", byHand.toString());
        byHand.forEach((source, target) -> start.param("map." + source, target));
        return start.with(staff(OWNER)).with(csrf());
    }

    private void carryOut(String progress) {
        new MoveBatch(management, progress.substring(progress.lastIndexOf('/') + 1)).carryOut();
    }

    private int version(ProcessInstance one) {
        return Integer.parseInt(runtime.createProcessInstanceQuery().processInstanceId(one.getId()).singleResult()
            .getProcessDefinitionId().split(":")[1]);
    }

    /** The reminder has its own name wherever it hangs. */
    private static BpmnModelInstance model(String check, String deadline, String reminded) {
        return Bpmn.createExecutableProcess(KEY).name("Moves on pages").camundaHistoryTimeToLiveString("P1D")
            .startEvent().userTask("Task_Answer").name("Answer").sequenceFlowId("Flow_1").userTask(check).name("Check")
            .endEvent().moveToActivity("Task_Answer")
            .boundaryEvent("Event_Deadline").name("Deadline passed").timerWithDuration(deadline).endEvent()
            .moveToActivity(reminded).boundaryEvent("Event_Reminder" + (reminded.equals("Task_Answer") ? 1 : 2))
            .name("Reminder due").cancelActivity(false).timerWithDuration("PT24H").endEvent().done();
    }

    private void deploy(BpmnModelInstance model) {
        repository.createDeployment().addModelInstance(KEY + ".bpmn", model).deploy();
    }

    private RequestPostProcessor staff(String id) {
        StaffMember member = accounts.find(id).orElseThrow();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(member, null,
            AuthorityUtils.createAuthorityList(Stream.concat(Stream.of("staff"), member.groups().stream())
                .map(group -> "ROLE_" + group).toArray(String[]::new))));
    }
}
