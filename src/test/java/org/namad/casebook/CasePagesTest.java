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

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.casefile.CaseKey;
import org.namad.casefile.StaffCases;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.document.Upload;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffDrafts;
import org.namad.engine.StaffRoles;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.oversight.Oversight;
import org.namad.party.Person;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class CasePagesTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPg"
        + "To3FihiGlgQA8mUzQVU2y8kAAAAASUVORK5CYII=");

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired StaffWork work;
    @Autowired ComplaintDesk desk;
    @Autowired TimeTravel travel;
    @Autowired TestMailbox mailbox;
    @Autowired TestData data;
    @Autowired Oversight oversight;
    @Autowired List<StaffCases> kinds;
    @Autowired Words words;

    Seal seal;
    Person consumer;
    Complaint complaint;
    Complaint earlier;

    @BeforeEach
    void cases() {
        accounts.open("case-sara", "سارا", "احمدی", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("case-shirin", "شیرین", "راد", PASSWORD, StaffRoles.SUPERVISOR);
        accounts.open("case-neda", "ندا", "فرهادی", PASSWORD, StaffRoles.AUDITOR);
        accounts.open("case-reza", "رضا", "نوری", PASSWORD, StaffRoles.RATING_OPERATOR);
        accounts.open("case-bahram", "بهرام", "یوسفی", PASSWORD, StaffRoles.PROCESS_OWNER);
        seal = data.issuedSeal();
        consumer = data.person();
        earlier = desk.register(wish(data.person(), "F-5", List.of()));
        complaint = desk.register(wish(consumer, "F-6", List.of(new Upload("receipt.png", PNG))));
        travel.runDueJobs();
        mailbox.await(consumer.email(), "complaint-receipt");
    }

    @Test
    @DisplayName("R28 N15 Staff read a Persian address as it is written: in the search, on the case's page and on the dashboard")
    void persianAddress() throws Exception {
        String site = "ترمه‌سرا" + seal.id() + ".example";
        seal = data.issuedSeal(data.business(), Domains.of(site).orElseThrow());
        complaint = desk.register(wish(consumer, "F-7", List.of()));
        desk.register(wish(data.person(), "F-8", List.of()));
        for (ResultActions shown : List.of(find(site), page("case-sara", complaint.key()))) {
            shown.andExpect(content().string(allOf(containsString(site), not(containsString("xn--")))));
        }
        oversight.forget();
        assertThat(oversight.edition().clocks()).extracting(Oversight.Clock::site)
            .noneMatch(clock -> clock.contains("xn--"));
    }

    private NewComplaint wish(Person person, String invoice, List<Upload> files) {
        return new NewComplaint(person.id(), seal.domain(), invoice, null, ComplaintReason.NOT_DELIVERED,
            "کفش‌ها نرسیده است", null, true, files);
    }

    @Test
    @DisplayName("An officer reads all about a case on one page: what was said and done by whom, mails, documents, deadlines, other cases")
    void course() throws Exception {
        desk.answer(complaint.id(), "فرستاده شد");
        desk.dispute(complaint.id(), "هیچ‌چیز نرسید");
        travel.runDueJobs();
        work.complete(complaint.key(), "case-sara", Map.of("ruling", "upheld", "rulingReasons", "رسید پستی نیست"));
        travel.runDueJobs();
        page("case-shirin", complaint.key()).andExpect(content().string(allOf(
            containsString("کفش‌ها نرسیده است"), containsString("فرستاده شد"), containsString("هیچ‌چیز نرسید"),
            containsString("رسید پستی نیست"), containsString("کار انجام شد"), containsString("سارا احمدی"),
            containsString("receipt.png"), containsString("امتیاز منفی: شکایت وارد"),
            containsString("شکایت وارد دانسته شد"), containsString("complaint-" + earlier.id()),
            containsString("[پیوند شخصی گیرنده]"), not(containsString("signature=")))));
        page("case-sara", earlier.key(), "en").andExpect(content().string(allOf(
            containsString("one of the sides"), containsString("Timers that run"), containsString("Task opened"))));
    }

    @Test
    @DisplayName("A note keeps its author and time; those who work write notes, auditors read them, others see nothing")
    void notes() throws Exception {
        note("case-sara", "با فروشگاه تلفنی <b>حرف</b> زدم").andExpect(redirectedUrl("/staff/cases/" + complaint.key()
            + "#notes"));
        page("case-neda", complaint.key()).andExpect(content().string(allOf(
            containsString("با فروشگاه تلفنی &lt;b&gt;حرف&lt;/b&gt; زدم"), containsString("سارا احمدی"),
            not(containsString("<textarea")))));
        page("case-shirin", complaint.key()).andExpect(content().string(containsString("<textarea")));
        note("case-neda", "ممیز").andExpect(status().isForbidden());
        for (String stranger : List.of("case-reza", "case-bahram")) {
            note(stranger, "نباید").andExpect(status().isForbidden());
            http.perform(get("/staff/cases/" + complaint.key()).session(signIn(stranger)))
                .andExpect(status().isForbidden());
            http.perform(get("/staff/cases").session(signIn(stranger))).andExpect(status().isForbidden());
        }
        note("case-sara", "  ").andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("یادداشت را بنویسید.")));
        note("case-sara", "ا".repeat(4001)).andExpect(status().isUnprocessableEntity());
        page("case-sara", complaint.key()).andExpect(content().string(not(containsString("ممیز\n"))));
    }

    @Test
    @DisplayName("A note is kept while it is typed, for its writer alone, until it is added: it is there after another sign-in")
    void draft() throws Exception {
        String typed = ">با فروشگاه</textarea>";
        draft("case-sara", "با فروش").andExpect(status().isOk());
        draft("case-sara", "با فروشگاه").andExpect(content().string("پیش‌نویس نگه داشته شد."));
        page("case-sara", complaint.key()).andExpect(content().string(containsString(typed)));
        page("case-sara", earlier.key()).andExpect(content().string(not(containsString(typed))));
        page("case-shirin", complaint.key()).andExpect(content().string(not(containsString(typed))));
        draft("case-neda", "ممیز").andExpect(status().isForbidden());
        draft("case-sara", "ا".repeat(StaffDrafts.LONGEST)).andExpect(status().isPayloadTooLarge());

        note("case-sara", "").andExpect(status().isUnprocessableEntity());
        page("case-sara", complaint.key()).andExpect(content().string(containsString(typed)));
        note("case-sara", "با فروشگاه حرف زدم").andExpect(status().isFound());
        page("case-sara", complaint.key()).andExpect(content().string(not(containsString(typed))));
    }

    @Test
    @DisplayName("A note sent when the session is over leads to the sign-in and back to its page, typed text and all; nobody else finds it")
    void sessionOver() throws Exception {
        String page = "/staff/cases/" + complaint.key();
        for (String reader : List.of("case-sara", "case-shirin")) {
            MockHttpSession over = new MockHttpSession();
            http.perform(post(page + "/notes").session(over).with(csrf()).param("text", "دیر <b>فرستاده</b>")
                .param("page", page).param("writer", "case-sara")).andExpect(redirectedUrl(page + "?typed"));
            http.perform(get(page + "?typed").session(over)).andExpect(redirectedUrl("/staff/sign-in?over"));
            http.perform(post("/staff/sign-in").session(over).with(csrf()).param("username", reader)
                .param("password", PASSWORD)).andExpect(redirectedUrlPattern("**" + page + "?typed*"));
            String shown = http.perform(get(page + "?typed").session(over)).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString();
            assertThat(shown.contains(">دیر &lt;b&gt;فرستاده&lt;/b&gt;</textarea>")).isEqualTo(reader.equals("case-sara"));
            assertThat(shown.contains("زمان نشست شما تمام شده بود")).isEqualTo(reader.equals("case-sara"));
        }
        http.perform(post(page + "/notes/draft").header("HX-Request", "true").with(csrf()).param("text", "دیر"))
            .andExpect(status().isUnauthorized());
    }

    @Test
    @DisplayName("Cases are found by key, website, tracking number, national ID and number of the seal, in any digits; others are not there")
    void search() throws Exception {
        String own = "/staff/cases/" + complaint.key();
        find(" Complaint-" + persian(complaint.id().toString())).andExpect(redirectedUrl(own));
        for (String typed : List.of("https://www." + seal.domain() + "/shoes", persian(complaint.tracking()),
                consumer.nationalId().value(), persian(seal.id().toString()))) {
            find(typed).andExpect(status().isOk()).andExpect(content().string(containsString(own)));
        }
        find(seal.domain()).andExpect(content().string(containsString("/staff/cases/" + earlier.key())));
        for (String typed : List.of("complaint-999999999", "person-" + consumer.id(), "nothing", "0000000000")) {
            find(typed).andExpect(status().isOk()).andExpect(content().string(containsString("یافت نشد")));
        }
        for (String key : List.of("complaint-999999999", "person-" + consumer.id(), "nothing")) {
            http.perform(get("/staff/cases/" + key).session(signIn("case-sara"))).andExpect(status().isNotFound());
            http.perform(post("/staff/cases/" + key + "/notes").session(signIn("case-sara")).with(csrf())
                .param("text", "یادداشت")).andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("Every kind of case and every fact on its page has a name in both languages")
    void named() {
        for (StaffCases kind : kinds) {
            for (String language : List.of("fa", "en")) {
                Locale reader = Locale.forLanguageTag(language);
                assertThat(words.kind(kind.kind(), reader)).isNotEqualTo(kind.kind());
                assertThat(kind.factsShown()).allSatisfy(fact ->
                    assertThat(words.fact(fact, reader)).isNotEqualTo(fact));
            }
        }
    }

    private ResultActions find(String typed) throws Exception {
        return http.perform(get("/staff/cases").param("q", typed).session(signIn("case-sara")));
    }

    private ResultActions page(String who, CaseKey key) throws Exception {
        return page(who, key, "fa");
    }

    private ResultActions page(String who, CaseKey key, String language) throws Exception {
        return http.perform(get("/staff/cases/" + key).param("lang", language).session(signIn(who)))
            .andExpect(status().isOk());
    }

    private ResultActions note(String who, String text) throws Exception {
        return http.perform(post("/staff/cases/" + complaint.key() + "/notes").session(signIn(who)).with(csrf())
            .param("text", text));
    }

    private ResultActions draft(String who, String text) throws Exception {
        return http.perform(post("/staff/cases/" + complaint.key() + "/notes/draft").session(signIn(who)).with(csrf())
            .param("text", text));
    }

    private MockHttpSession signIn(String who) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", who)
            .param("password", PASSWORD)).andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }

    private static String persian(String digits) {
        return digits.chars().map(digit -> digit - '0' + '۰')
            .collect(StringBuilder::new, (text, digit) -> text.append((char) digit), StringBuilder::append).toString();
    }
}
