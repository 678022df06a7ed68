package org.namad.web;

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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What staff type wrongly or too late: they read what is to be done, and find what they had typed. */
@NamadTest
class StaffInputTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;

    @BeforeEach
    void staff() {
        accounts.open("form-shirin", "شیرین", "راد", PASSWORD, StaffRoles.SUPERVISOR);
        accounts.open("form-sara", "سارا", "احمدی", PASSWORD, StaffRoles.SUPERVISOR);
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/absence, firstDay, ۱۴۰۶/۰۱/۱۵",
        "/staff/outages, reason, برق رفته بود",
        "/staff/enforcement/new, evidence, کالا در سایت نیست"})
    @DisplayName("What is sent when the session is over waits for its writer to sign in again, and for nobody else")
    void sessionOver(String page, String field, String typed) throws Exception {
        MockHttpSession over = sentTooLate(page, field, typed, "form-shirin");
        http.perform(get(page + "?typed").session(over)).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString(typed), containsString("زمان نشست شما تمام شده بود"))));
        http.perform(get(page + "?typed").session(sentTooLate(page, field, typed, "form-sara")))
            .andExpect(content().string(not(containsString(typed))));
    }

    /** The session of {@code reader}, in which the form of form-shirin was sent while nobody was signed in. */
    private MockHttpSession sentTooLate(String page, String field, String typed, String reader) throws Exception {
        MockHttpSession session = new MockHttpSession();
        http.perform(post(page).session(session).with(csrf()).param(field, typed).param("page", page)
            .param("writer", "form-shirin")).andExpect(redirectedUrl(page + "?typed"));
        http.perform(get(page + "?typed").session(session)).andExpect(redirectedUrl("/staff/sign-in?over"));
        http.perform(post("/staff/sign-in").session(session).with(csrf()).param("username", reader)
            .param("password", PASSWORD)).andExpect(redirectedUrlPattern("**" + page + "?typed*"));
        return session;
    }

    @Test
    @DisplayName("A form of staff without its token is refused, also with a session")
    void forged() throws Exception {
        http.perform(post("/staff/outages").session(signIn()).param("reason", "x")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("A day that does not exist, an hour that does not exist and a text that is too long are told apart, in Persian and in English")
    void wrong() throws Exception {
        refused(outage(), "fa", "چنین روزی در تقویم نیست", "این ساعت نیست", "حداکثر ۵۰۰ نویسه", "value=\"1405/12/31\"",
            "value=\"25:00\"", "ی".repeat(501), "value=\"power\"");
        refused(outage(), "en", "There is no such day", "This is no time of day", "room for 500 characters");
        refused(post("/staff/absence").param("absent", "form-shirin").param("substitute", "form-sara")
            .param("firstDay", "1405/12/31").param("lastDay", "1406/01/05"), "fa", "چنین روزی در تقویم نیست",
            "value=\"1405/12/31\"", "value=\"1406/01/05\"");
        refused(post("/staff/enforcement/new").param("site", "nosuch.example").param("evidence", "ی".repeat(3001)), "fa",
            "نمادی صادر نشده است", "یکی از دلیل‌ها را برگزینید", "بیش از ۳۰۰۰ نویسه", "ی".repeat(3001));
    }

    private static MockHttpServletRequestBuilder outage() {
        return post("/staff/outages").param("fromDate", "1405/12/31").param("fromTime", "25:00")
            .param("untilDate", "۱۴۰۵/۰۹/۰۱").param("untilTime", "۱۰:۰۰").param("reason", "ی".repeat(501))
            .param("reasonEn", "power");
    }

    private void refused(MockHttpServletRequestBuilder form, String language, String... read) throws Exception {
        assertThat(http.perform(form.session(signIn()).with(csrf()).queryParam("lang", language))
            .andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString()).contains(read);
    }

    private MockHttpSession signIn() throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", "form-shirin")
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }
}
