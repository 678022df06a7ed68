package org.namad.amendment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.amendment.Subject;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A change of data as staff see it. */
@NamadTest
class StaffAmendmentsTest extends AmendmentSetup {

    private static final String PASSWORD = "Kafe-sahar-27";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;

    private MockHttpSession session;

    @BeforeEach
    void signIn() throws Exception {
        accounts.open("change-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        session = (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", "change-sara")
            .param("password", PASSWORD)).andReturn().getRequest().getSession();
    }

    @Test
    @DisplayName("R17 The task of a change says what it is about, and leads to the case's page with wish, review and words")
    void casePage() throws Exception {
        ask(Subject.NAME, "بازرگانی سپهر");
        assertThat(tasks.getVariableLocal(task().getId(), "matter")).isEqualTo("تغییر نام کسب‌وکار");
        String link = (String) tasks.getVariableLocal(task().getId(), "casePage");
        String path = link.replaceAll("(?s).*\\(https?://[^/]+(/[^)]*)\\).*", "$1");
        assertThat(path).isEqualTo("/staff/cases/" + asked.key());
        page(path).andExpect(content().string(allOf(containsString("تغییر اطلاعات"), containsString("بازرگانی سپهر"),
            containsString("نام تجاری ما عوض شده است."), containsString("در دست بررسی کارشناس"))));

        staff.complete(asked.key(), "change-sara", verdict(DataAmendmentProcess.REFUSE));
        page(path).andExpect(content().string(allOf(containsString("رد تغییر"), containsString("سارا احمدی"),
            containsString("مدارک بررسی شد."), containsString("پذیرفته نشد"))));
        page(path + "?lang=en").andExpect(content().string(allOf(containsString("Change of data"),
            containsString("Change refused"), containsString("Name of the business"))));
    }

    @Test
    @DisplayName("R17 Changes are found by the shop's site and by the holder's national ID")
    void search() throws Exception {
        ask(Subject.NAME, "بازرگانی سپهر");
        for (String typed : new String[] {seal.domain(), owner.nationalId().value()}) {
            page("/staff/cases?q=" + typed).andExpect(content().string(containsString("/staff/cases/" + asked.key())));
        }
    }

    private ResultActions page(String path) throws Exception {
        return http.perform(get(path).session(session)).andExpect(status().isOk());
    }
}
