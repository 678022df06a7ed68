package org.namad.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.notification.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class StaffPagesTest {

    private static final String NO_ADDRESS = "sara at shop.example";

    @Autowired MockMvc http;
    @Autowired Outbox outbox;
    @Autowired Mails mails;
    @Autowired JdbcTemplate database;
    @Autowired NamadClock clock;

    @Test
    @DisplayName("Case officers, supervisors and administrators see the mails that reached nobody, and why; others do not")
    void undelivered() throws Exception {
        CaseKey key = new CaseKey("staff-pages-test", 17);
        outbox.post(key, "sign-in-code", "asked", new Recipient("Sara Ahmadi", NO_ADDRESS, Locale.ENGLISH),
            Map.of("code", "123456", "validUntil", "12:05"));
        Mail failed = Awaitility.await().until(() -> mails.of(key).get(0), mail -> mail.status() == Mail.Status.FAILED);

        for (String who : new String[] {"officer1", "supervisor1", "admin"}) {
            home(who).andExpect(content().string(allOf(containsString("رایانامه‌های نرسیده"),
                containsString("Sara Ahmadi"), containsString(NO_ADDRESS), containsString(failed.subject()),
                containsString(key.toString()), containsString(mails.failed(1).get(0).lastReply()))));
        }
        home("auditor1").andExpect(content().string(not(containsString(NO_ADDRESS))));
    }

    @Test
    @DisplayName("Where every mail was delivered, the desk says nothing about mails")
    void allDelivered() throws Exception {
        database.update("update mail set status = 'SENT' where status in ('FAILED', 'BOUNCED')");
        home("officer1").andExpect(content().string(not(containsString("رایانامه‌های نرسیده"))));
    }

    @Test
    @DisplayName("Supervisors and administrators read weeks ahead that the holidays of a year are missing; others, who cannot help it, do not")
    void unknownHolidays() throws Exception {
        Duration before = clock.offset();
        clock.moveTo(Instant.parse("2028-02-10T08:00:00Z"));
        try {
            for (String who : new String[] {"supervisor1", "admin"}) {
                home(who).andExpect(content().string(allOf(containsString("تعطیلات قمری سال ۱۴۰۷"),
                    containsString("NAMAD_HOLIDAYS"))));
            }
            home("officer1").andExpect(content().string(not(containsString("NAMAD_HOLIDAYS"))));
            clock.moveTo(Instant.parse("2027-06-01T08:00:00Z"));
            home("supervisor1").andExpect(content().string(not(containsString("NAMAD_HOLIDAYS"))));
        } finally {
            clock.setOffset(before);
        }
    }

    private ResultActions home(String who) throws Exception {
        MockHttpSession staff = (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf())
            .param("username", who).param("password", "Namad-demo-1")).andReturn().getRequest().getSession();
        return http.perform(get("/staff").session(staff)).andExpect(status().isOk());
    }
}
