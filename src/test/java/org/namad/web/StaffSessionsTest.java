package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class StaffSessionsTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String OFFICERS_ONLY = "/staff/enforcement/new";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired NamadClock clock;

    @BeforeEach
    void account() {
        identities.deleteUser("session-sara");
        accounts.open("session-sara", "Sara", "Ahmadi", PASSWORD, StaffRoles.AUDITOR);
    }

    @Test
    @DisplayName("Groups given and taken reach an open session with the next click")
    void groups() throws Exception {
        MockHttpSession session = signIn();
        http.perform(get(OFFICERS_ONLY).session(session)).andExpect(status().isForbidden());
        identities.createMembership("session-sara", StaffRoles.CASE_OFFICER);
        http.perform(get(OFFICERS_ONLY).session(session)).andExpect(status().isOk());
        identities.deleteMembership("session-sara", StaffRoles.CASE_OFFICER);
        http.perform(get(OFFICERS_ONLY).session(session)).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("Whoever has no account any more is signed out, of Camunda's web applications too")
    void deleted() throws Exception {
        MockHttpSession session = signIn();
        session.setAttribute("authenticatedUser", "kept by the web applications");
        session.setAttribute("NAMAD_PARTY", "somebody");
        identities.deleteUser("session-sara");
        http.perform(get("/staff").session(session)).andExpect(redirectedUrl("/staff/sign-in?ended"));
        http.perform(get("/camunda/api/engine/engine/default/task").session(session))
            .andExpect(status().isUnauthorized());
        assertThat(session.getAttribute("authenticatedUser")).isNull();
        assertThat(session.getAttribute("NAMAD_PARTY")).isEqualTo("somebody");
    }

    @Test
    @DisplayName("Whoever signed in with a password that was changed since is signed out")
    void passwordChanged() throws Exception {
        MockHttpSession session = signIn();
        http.perform(get("/staff").session(session)).andExpect(status().isOk());
        changePassword();
        http.perform(get("/staff").session(session)).andExpect(redirectedUrl("/staff/sign-in?ended"));
        http.perform(get("/staff").session(session)).andExpect(redirectedUrl("/staff/sign-in"));
    }

    @Test
    @DisplayName("The session in which a staff member changes the own password goes on")
    void ownPassword() throws Exception {
        MockHttpSession here = signIn();
        MockHttpSession elsewhere = signIn();
        MockHttpServletRequest request = new MockHttpServletRequest("PUT",
            "/camunda/api/engine/engine/default/user/session-sara/credentials");
        request.setSession(here);
        SecurityContextHolder.setContext((SecurityContext) here.getAttribute("SPRING_SECURITY_CONTEXT"));
        new StaffSessions(accounts, "authenticatedUser").doFilter(request, new MockHttpServletResponse(),
            (asked, answered) -> changePassword());
        SecurityContextHolder.clearContext();
        http.perform(get("/staff").session(here)).andExpect(status().isOk());
        http.perform(get("/staff").session(elsewhere)).andExpect(redirectedUrl("/staff/sign-in?ended"));
    }

    @Test
    @DisplayName("The sign-in page says in the reader's language why one is there, and leads back to the page that was asked for")
    void why() throws Exception {
        String asked = "/staff/tasks?who=mine";
        http.perform(get(asked).with(request -> {
            request.setRequestedSessionId("long-gone");
            request.setRequestedSessionIdValid(false);
            return request;
        })).andExpect(redirectedUrl("/staff/sign-in?over"));
        assertThat(read("/staff/sign-in?over")).containsExactly("زمان نشست شما تمام شده است. دوباره وارد شوید.",
            "Your session is over. Please sign in again.");
        assertThat(read("/staff/sign-in?out")).containsExactly("از سامانه خارج شدید.", "You have signed out.");
        assertThat(read("/staff/sign-in?ended")).allMatch(said -> said.matches(".*(گذرواژهٔ آن تغییر|password has been changed).*"));
        assertThat(read("/staff/sign-in?error&over")).allMatch(said -> said.matches(
            "(نام کاربری یا گذرواژه درست نیست|The user name or the password is not right).*"));
        assertThat(read("/staff/sign-in")).containsExactly("", "");

        MockHttpSession stranger = (MockHttpSession) http.perform(get(asked)).andExpect(redirectedUrl("/staff/sign-in"))
            .andReturn().getRequest().getSession();
        http.perform(get("/staff/sign-in").session(stranger))
            .andExpect(content().string(containsString("پس از ورود به همان صفحه می‌روید")));
        http.perform(post("/staff/sign-in").session(stranger).with(csrf()).param("username", "session-sara")
            .param("password", "guess")).andExpect(redirectedUrl("/staff/sign-in?error"));
        clock.moveBy(Duration.ofMinutes(1));
        http.perform(post("/staff/sign-in").session(stranger).with(csrf()).param("username", "session-sara")
            .param("password", PASSWORD)).andExpect(redirectedUrlPattern("**" + asked + "*"));
    }

    /** What the page says above its form, in Persian and in English. */
    private List<String> read(String page) throws Exception {
        List<String> said = new ArrayList<>();
        for (String language : List.of("fa", "en")) {
            said.add(Jsoup.parse(http.perform(get(page).queryParam("lang", language)).andReturn().getResponse()
                .getContentAsString()).select("main .notice").text());
        }
        return said;
    }

    private void changePassword() {
        User sara = identities.createUserQuery().userId("session-sara").singleResult();
        sara.setPassword("Kafe-ghorub-72");
        identities.saveUser(sara);
    }

    @Test
    @DisplayName("Wrong passwords make their owner wait, minutes at most; they lock nobody out for good")
    void wrongPasswords() throws Exception {
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertThat(accounts.authenticate("session-sara", "guess-" + attempt)).isEmpty();
            clock.moveBy(Duration.ofMinutes(6));
        }
        assertThat(accounts.authenticate("session-sara", "guess")).isEmpty();
        assertThat(accounts.authenticate("session-sara", PASSWORD)).as("at once").isEmpty();
        clock.moveBy(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(accounts.authenticate("session-sara", PASSWORD)).as("after five minutes").isPresent();
    }

    @Test
    @DisplayName("The REST API takes no request that another site makes a browser send with the password it keeps")
    void crossSite() throws Exception {
        for (String site : new String[] {"cross-site", "same-site", "Cross-Site"}) {
            http.perform(asSara(get("/engine-rest/task")).header("Sec-Fetch-Site", site)).andExpect(status().isForbidden());
        }
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost.evil.example",
            "http://localhost:1"}) {
            http.perform(asSara(post("/engine-rest/task")).header("Origin", origin).contentType("text/plain")
                .content("{}")).andExpect(status().isForbidden());
        }
        http.perform(asSara(get("/engine-rest/task"))).andExpect(status().isNotFound());
        http.perform(asSara(get("/engine-rest/task")).header("Sec-Fetch-Site", "same-origin")
            .header("Origin", "http://localhost")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder asSara(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("session-sara", PASSWORD));
    }

    private MockHttpSession signIn() throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", "session-sara")
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }
}
