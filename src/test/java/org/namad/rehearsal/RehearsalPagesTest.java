package org.namad.rehearsal;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rehearsal.Happening.Kind;
import org.namad.rehearsal.Rehearsal.State;
import org.namad.rollout.Drafts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of the rehearsal; what is played in them RehearsalIT tests. */
@NamadTest
class RehearsalPagesTest {

    private static final String PAGE = "/staff/models/rehearsal";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired Drafts drafts;
    @Autowired Rehearsals rehearsals;
    @Autowired RehearsalDesk desk;
    @Autowired ObjectMapper json;
    @Autowired NamadClock clock;

    private String draft;

    @BeforeEach
    void draft() throws IOException {
        accounts.open("rehearser", "Parisa", "Nouri", "Kafe-sahar-27", StaffRoles.PROCESS_OWNER);
        accounts.open("rehearsal-auditor", "Neda", "Farhadi", "Kafe-sahar-27", StaffRoles.AUDITOR);
        Map<String, byte[]> files = new TreeMap<>();
        Modeler.shipped("data-amendment.bpmn").forEach((name, text) -> files.put(name, text.getBytes()));
        draft = drafts.keep("draft to rehearse", files, "rehearser");
    }

    @AfterEach
    void takeBack() {
        drafts.discard(draft, "rehearser");
        rehearsals.underWay().ifPresent(rehearsal -> {
            rehearsal.failed(State.INTERRUPTED, null, clock.instant());
            rehearsals.saveAndFlush(rehearsal);
        });
    }

    @Test
    @DisplayName("N17 A process owner chooses a draft and finds the cases chosen that it touches; auditors only look")
    void choose() throws Exception {
        http.perform(get(PAGE + "?lang=en").with(staff("rehearser"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("draft to rehearse"), containsString("?draft=" + draft))));
        http.perform(get(PAGE + "?lang=en").param("draft", draft).with(staff("rehearser"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("value=\"MOVED_SITE\" checked"),
                not(containsString("value=\"CLEAN_RENEWAL\" checked")))));
        http.perform(get(PAGE + "?lang=en").with(staff("rehearsal-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(not(containsString("?draft="))));
        http.perform(get(PAGE).param("draft", "none").with(staff("rehearser"))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("N17 Without a case nothing starts, nor while another rehearsal is under way: the page says by whom")
    void refused() throws Exception {
        http.perform(post(PAGE).param("draft", draft).with(staff("rehearser")).with(csrf()))
            .andExpect(flash().attribute("refused", "rehearsal.choose.noStory"));
        Rehearsal other = running(Duration.ofMinutes(5));
        http.perform(post(PAGE).param("draft", draft).param("stories", "MOVED_SITE").with(staff("rehearser")).with(csrf()))
            .andExpect(flash().attribute("refused", "rehearsal.choose.another"));
        http.perform(get(PAGE + "?lang=en").with(staff("rehearser")))
            .andExpect(content().string(containsString("started by \u2068Parisa Nouri\u2069, is under way")));
        http.perform(get(PAGE + "/" + other.id()).with(staff("rehearsal-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(containsString("http-equiv=\"refresh\"")));
    }

    @Test
    @DisplayName("N17 A rehearsal whose application was stopped is under way no longer")
    void interrupted() throws Exception {
        Rehearsal lost = running(Duration.ofMinutes(-1));
        assertThat(desk.underWay()).isEmpty();
        http.perform(get(PAGE + "/" + lost.id() + "?lang=en").with(staff("rehearser")))
            .andExpect(content().string(allOf(containsString("Namad was stopped during the rehearsal"),
                not(containsString("http-equiv=\"refresh\"")))));
    }

    @Test
    @DisplayName("N17 What became of a rehearsal without an outcome is said, with the reasons of the check or the log")
    void failed() throws Exception {
        for (Map.Entry<State, String> how : Map.of(State.REFUSED, "Attach a timer", State.TIME_OVER, "took too long",
                State.BROKEN, "OutOfMemoryError").entrySet()) {
            Rehearsal rehearsal = running(Duration.ofMinutes(5));
            rehearsal.failed(how.getKey(), how.getValue(), clock.instant());
            rehearsals.saveAndFlush(rehearsal);
            http.perform(get(PAGE + "/" + rehearsal.id() + "?lang=en").with(staff("rehearser")))
                .andExpect(status().isOk()).andExpect(content().string(containsString(how.getValue())));
        }
        http.perform(get(PAGE + "/999999").with(staff("rehearser"))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("N17 Both courses stand side by side with a summary on top, in both languages, and it stays so")
    void outcome() throws Exception {
        Rehearsal rehearsal = running(Duration.ofMinutes(5));
        rehearsal.done(json.writeValueAsBytes(new Outcome(
            List.of(course(new Happening(5760, Kind.TIMER, "Event_Deadline", "Answer deadline passed", null, 1),
                new Happening(5760, Kind.POINT, "UNANSWERED", null, null, 1),
                new Happening(5760, Kind.MAIL, "complaint-point", "A point", "business", 8))),
            List.of(course(new Happening(4320, Kind.TIMER, "Event_Deadline", "Answer deadline passed", null, 1),
                new Happening(4320, Kind.POINT, "UNANSWERED", null, null, 1),
                new Happening(5000, Kind.TASK_DONE, "Task_New", "Approve", "supervisor-2", 1),
                new Happening(9000, Kind.WAITING, "Task_Stuck", "Wait for ever", null, 1))), 42)), clock.instant());
        rehearsals.saveAndFlush(rehearsal);

        http.perform(get(PAGE + "/" + rehearsal.id() + "?lang=en").with(staff("rehearsal-auditor")))
            .andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("Timer “\u2068Answer deadline passed\u2069”: after 3 days instead of after 4 days"),
                containsString("8 mails less"), containsString("1 more place where the case still waits at the end"),
                containsString("supervisor no. 2"), containsString("A point (×8)"), containsString("took 42 seconds"))));
        http.perform(get(PAGE + "/" + rehearsal.id() + "?lang=fa").with(staff("rehearser")))
            .andExpect(content().string(allOf(containsString("۸ نامه کمتر"), containsString("سرپرست، نفر ۲"),
                containsString("پس از ۳ روز به جای پس از ۴ روز"))));
    }

    private static Course course(Happening... lines) {
        return new Course(Story.UNANSWERED_COMPLAINT, List.of(lines));
    }

    private Rehearsal running(Duration left) {
        return rehearsals.saveAndFlush(new Rehearsal("draft to rehearse", List.of("complaint.bpmn"),
            List.of(Story.UNANSWERED_COMPLAINT), "rehearser", clock.instant(), clock.machineTime().plus(left)));
    }

    private RequestPostProcessor staff(String id) {
        StaffMember member = accounts.find(id).orElseThrow();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(member, null,
            AuthorityUtils.createAuthorityList(Stream.concat(Stream.of("staff"), member.groups().stream())
                .map(group -> "ROLE_" + group).toArray(String[]::new))));
    }
}
