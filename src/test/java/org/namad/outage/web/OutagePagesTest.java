package org.namad.outage.web;

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

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.engine.TimeTravel;
import org.namad.outage.Outage;
import org.namad.outage.Outages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class OutagePagesTest {

    @Autowired MockMvc http;
    @Autowired Outages outages;
    @Autowired ComplaintDesk complaints;
    @Autowired TestData data;
    @Autowired NamadClock clock;
    @Autowired TimeTravel travel;

    @Test
    @DisplayName("N7 A supervisor logs an outage, in Persian digits and Jalali days; all staff read who logged it and why")
    void log() throws Exception {
        travel.by(Duration.ofDays(2));
        Complaint complaint = complaints.register(new NewComplaint(data.person().id(), data.issuedSeal().domain(), "F-1",
            null, ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
        travel.by(Duration.ofHours(4));
        Instant until = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant from = until.minus(Duration.ofHours(3));

        send("supervisor1", from, until, "کابل برید", "A cable was cut").andExpect(redirectedUrl("/staff/outages"));

        Outage logged = outages.findAllByOrderByStartedAtDesc().get(0);
        assertThat(logged.startedAt()).isEqualTo(from);
        assertThat(logged.endedAt()).isEqualTo(until);
        assertThat(logged.enteredBy()).isEqualTo("supervisor1");
        for (String reader : List.of("officer1", "auditor1")) {
            page(reader, "/staff/outages?lang=fa").andExpect(content().string(allOf(containsString("کابل برید"),
                containsString("supervisor1"), containsString("۳ ساعت"), not(containsString("<form class=\"fields")))));
        }
        page("officer1", "/staff/outages/" + logged.id()).andExpect(content().string(allOf(
            containsString("مهلت پاسخ گذشت"), containsString("href=\"/staff/cases/" + complaint.key() + "\""))));

        send("admin", from, until, "باز هم", "Again").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("همهٔ این زمان پیش‌تر ثبت شده است")));
        assertThat(outages.findAllByOrderByStartedAtDesc()).filteredOn(outage -> outage.startedAt().equals(from))
            .hasSize(1);
    }

    @Test
    @DisplayName("N7 Case officers and auditors log no outages")
    void others() throws Exception {
        Instant now = clock.instant();
        for (String who : List.of("officer1", "auditor1")) {
            send(who, now.minusSeconds(7200), now.minusSeconds(3600), "من", "Me").andExpect(status().isForbidden());
        }
    }

    @Test
    @DisplayName("What cannot be read is said at its field, and what was typed is kept")
    void unreadable() throws Exception {
        MockHttpSession staff = signIn("supervisor1");
        http.perform(post("/staff/outages?lang=en").session(staff).with(csrf()).param("fromDate", "yesterday")
                .param("fromTime", "25:00").param("untilDate", "1405/09/01").param("untilTime", "10:00")
                .param("reason", " ").param("reasonEn", "A cable was cut"))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("There is no such day"),
                containsString("This is no time of day"), containsString("Please say why"),
                containsString("value=\"yesterday\""), containsString("value=\"1405/09/01\""),
                containsString("A cable was cut"))));
        page("supervisor1", "/staff/outages/999999?lang=fa").andExpect(status().isNotFound());
    }

    private ResultActions send(String who, Instant from, Instant until, String reason, String reasonEn)
            throws Exception {
        return http.perform(post("/staff/outages?lang=fa").session(signIn(who)).with(csrf())
            .param("fromDate", jalali(from)).param("fromTime", time(from))
            .param("untilDate", jalali(until)).param("untilTime", time(until))
            .param("reason", reason).param("reasonEn", reasonEn));
    }

    private static String jalali(Instant instant) {
        return pattern("yyyy/MM/dd", instant);
    }

    private static String time(Instant instant) {
        return pattern("HH:mm", instant);
    }

    private static String pattern(String pattern, Instant instant) {
        var format = new SimpleDateFormat(pattern,
            new ULocale("fa_IR@calendar=persian"));
        format.setTimeZone(TimeZone.getTimeZone(NamadClock.TEHRAN.getId()));
        return format.format(Date.from(instant));
    }

    private ResultActions page(String who, String path) throws Exception {
        return http.perform(get(path).session(signIn(who)).locale(Locale.forLanguageTag("fa")));
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", "Namad-demo-1")).andReturn().getRequest().getSession();
    }
}
