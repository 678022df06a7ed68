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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.namad.engine.Absence;
import org.namad.engine.Absences;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class AbsencePageTest {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired Absences absences;
    @Autowired NamadClock clock;

    @BeforeEach
    void staff() {
        accounts.open("page-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("page-omid", "امید", "کریمی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("page-shirin", "شیرین", "راد", PASSWORD, StaffRoles.SUPERVISOR);
        absences.current().forEach(absence -> absences.end(absence.id(),
            accounts.find("page-shirin").orElseThrow()));
    }

    @Test
    @DisplayName("An officer names a substitute, in either calendar, sees both names, and ends the absence")
    void own() throws Exception {
        enter("page-sara", "page-sara", "page-omid", "1407/01/05", "2028-04-01").andExpect(redirectedUrl("/staff/absence"));
        Absence absence = absences.current().get(0);
        assertThat(absence.firstDay()).isEqualTo(LocalDate.of(2028, 3, 24));
        assertThat(absence.enteredBy()).isEqualTo("page-sara");
        page("page-sara").andExpect(content().string(allOf(containsString("سارا احمدی"), containsString("امید کریمی"),
            containsString("۱۳ فروردین ۱۴۰۷"), containsString("/staff/absence/" + absence.id() + "/end"))));
        page("page-omid").andExpect(content().string(not(containsString("/staff/absence/" + absence.id() + "/end"))));

        http.perform(post("/staff/absence/" + absence.id() + "/end").session(signIn("page-omid")).with(csrf()));
        assertThat(absences.current()).hasSize(1);
        http.perform(post("/staff/absence/" + absence.id() + "/end").session(signIn("page-sara")).with(csrf()))
            .andExpect(redirectedUrl("/staff/absence"));
        assertThat(absences.current()).isEmpty();
    }

    @Test
    @DisplayName("Supervisors enter absences for others; officers are told kindly that they cannot")
    void forOthers() throws Exception {
        String tomorrow = clock.today().plusDays(1).toString();
        enter("page-omid", "page-sara", "page-omid", tomorrow, tomorrow).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("نبودن دیگران را سرپرستان ثبت می‌کنند")));
        enter("page-shirin", "page-sara", "page-omid", tomorrow, tomorrow).andExpect(redirectedUrl("/staff/absence"));
        assertThat(absences.current().get(0).enteredBy()).isEqualTo("page-shirin");
    }

    @Test
    @DisplayName("What was typed wrongly is said and kept")
    void wrong() throws Exception {
        enter("page-sara", "page-sara", "", "۱۴۰۵/۱۳/۰۱", "").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("جانشین را برگزینید."), containsString("۱۴۰۵/۱۳/۰۱"),
                containsString("چنین روزی در تقویم نیست"), containsString("این روز را بنویسید."))));
        assertThat(absences.current()).isEmpty();
    }

    private ResultActions enter(String who, String absent, String substitute, String firstDay, String lastDay)
            throws Exception {
        return http.perform(post("/staff/absence").session(signIn(who)).with(csrf()).param("absent", absent)
            .param("substitute", substitute).param("firstDay", firstDay).param("lastDay", lastDay));
    }

    private ResultActions page(String who) throws Exception {
        return http.perform(get("/staff/absence").session(signIn(who))).andExpect(status().isOk());
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }
}
