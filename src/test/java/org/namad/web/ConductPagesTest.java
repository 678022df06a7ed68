package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.JalaliDates;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.conduct.Ledger;
import org.namad.conduct.Source;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class ConductPagesTest {

    @Autowired MockMvc http;
    @Autowired TestData data;
    @Autowired FiledComplaints complaints;
    @Autowired Complaints filed;
    @Autowired JalaliDates dates;
    @Autowired Ledger ledger;
    @Autowired SealRegister register;
    @Autowired JdbcTemplate database;

    @Test
    @DisplayName("R3 R6 N9 The profile explains every indicator and says where nothing is declared or measured")
    void indicators() throws Exception {
        Seal seal = data.issuedSeal();
        Document fresh = profile(seal, "fa");
        assertThat(fresh.select("#unanswered").text()).isEqualTo("۰");
        assertThat(fresh.select("#delay").text()).isEqualTo("هنوز پاسخی نبوده");
        assertThat(fresh.select("#response-rate").text()).isEqualTo("هنوز سنجیدنی نیست");
        assertThat(fresh.select("#per-thousand").text()).isEqualTo("شمار خریدها اعلام نشده است");
        assertThat(fresh.select("#supervision")).isEmpty();
        assertThat(fresh.select("#ledger + p").text()).isEqualTo("تاکنون امتیازی منفی داده نشده است.");

        complaints.settled(seal);
        complaints.settled(seal);
        complaints.ruled(seal, true);
        complaints.unanswered(seal, 1);
        register.declareTransactions(seal.id(), 1600);
        Document later = profile(seal, "fa");
        assertThat(later.select("#unanswered").text()).isEqualTo("۱");
        assertThat(later.select("#response-rate").text()).isEqualTo("۷۵٪");
        assertThat(later.select("#satisfaction").text()).isEqualTo("۶۷٪");
        assertThat(later.select("#per-thousand").text()).isEqualTo("۲٫۵");
        assertThat(later.select("#points").text()).isEqualTo("۱");
        assertThat(later.select("#reasons").text()).contains("۱۰۰٪");
        assertThat(profile(seal, "en").select("#response-rate").text()).isEqualTo("75%");
        assertThat(later.text()).doesNotContain("??");
    }

    @Test
    @DisplayName("R29 The profile shows all complaints, twenty at a time")
    void history() throws Exception {
        Seal seal = data.issuedSeal();
        complaints.settled(seal);
        complaints.open(seal, 20);
        Document first = profile(seal, "fa");
        assertThat(first.select("article.card")).hasSize(20);
        assertThat(first.select("article.card").text()).doesNotContain("فرستاده شد");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        Document second = page(get(URI.create(first.selectFirst("a[rel=next]").attr("href").replace("#history", ""))));
        assertThat(second.select("article.card")).hasSize(1);
        assertThat(second.select("article.card").text()).contains("فرستاده شد");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]")).hasSize(1);
    }

    @Test
    @DisplayName("R9 A seal with many points is published as needing more supervision, with the reason, until they are gone")
    void supervision() throws Exception {
        Seal seal = data.issuedSeal();
        complaints.unanswered(seal, 3);
        assertThat(profile(seal, "fa").select("#supervision").text()).contains("نیازمند نظارت بیشتر", "امتیاز منفی");
        assertThat(profile(seal, "en").select("#supervision").text()).contains("Needs more supervision");
        ledger.reverse(ledger.entriesOf(seal.id()).get(0).complaintId(), "تجدیدنظر", Source.of("chief"));
        assertThat(profile(seal, "fa").select("#supervision")).isEmpty();
    }

    @Test
    @DisplayName("N6 The ledger shows every point with its rule; one that was taken back is struck through, with the reason")
    void ledger() throws Exception {
        Person owner = data.person();
        Seal seal = data.issuedSeal(data.business(owner));
        complaints.unanswered(seal, 2);
        ledger.reverse(ledger.entriesOf(seal.id()).get(0).complaintId(), "<i>آگاه نشده بود</i>", Source.of("chief"));

        Document profile = profile(seal, "fa");
        assertThat(profile.select(".ledger li")).hasSize(2);
        assertThat(profile.select(".ledger del")).hasSize(1);
        assertThat(profile.select(".ledger li:has(del)").text()).contains("پس گرفته شد", "<i>آگاه نشده بود</i>", "R2");
        assertThat(profile.select(".ledger").text()).doesNotContain("آگاهی فروشگاه:");
        assertThat(profile.select("#points").text()).isEqualTo("۱");
        assertThat(profile.select("#unanswered").text()).isEqualTo("۱");
        List<Complaint> about = complaintsAbout(seal);
        String filed = dates.date(about.get(0).registeredAt(), Locale.forLanguageTag("fa"));
        assertThat(profile.select(".ledger li").eachText()).allMatch(line -> line.contains("شکایت " + filed + " در مهلت پاسخ نگرفت"));
        assertThat(profile.select(".ledger a")).isEmpty();
        assertThat(profile.text()).doesNotContain(about.stream().map(Complaint::tracking).toList());

        Document panel = page(get("/panel/seals/" + seal.id()).with(authentication(UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(owner.id(), owner.nationalId().value(), owner.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")))));
        assertThat(panel.select(".ledger li")).hasSize(2);
        assertThat(panel.select(".ledger").text()).contains("آگاهی فروشگاه:");
        assertThat(panel.select(".ledger a").eachAttr("href")).containsExactlyInAnyOrderElementsOf(
            about.stream().map(complaint -> "/panel/complaints/" + complaint.id()).toList());
        assertThat(panel.select(".ledger a").text()).contains(about.get(0).tracking(), about.get(1).tracking());
    }

    private List<Complaint> complaintsAbout(Seal seal) {
        return filed.latestAbout(seal.id(), PageRequest.of(0, 10)).getContent();
    }

    @Test
    @DisplayName("R29 N16 Of a complaint that staff did not take up nothing is published, and it is not said that the consumer wished so")
    void screenedOut() throws Exception {
        Seal seal = data.issuedSeal();
        complaints.screenedOut(seal);
        assertThat(profile(seal, "fa").select("article.card").text())
            .contains("کارشناس این شکایت را پس از بررسی نپذیرفته است").doesNotContain("خریدار نخواسته", "کالا نرسیده است");
        assertThat(profile(seal, "en").select("article.card").text()).contains("did not take it up");
    }

    @Test
    @DisplayName("R9 Looking at a profile leaves nothing in the history of decisions")
    void noHistory() throws Exception {
        Seal seal = data.issuedSeal();
        profile(seal, "fa");
        assertThat(database.queryForObject("select count(*) from act_hi_decinst where dec_def_key_ in "
            + "('supervision-level', 'scoring-terms')", Integer.class)).isZero();
    }

    private Document profile(Seal seal, String language) throws Exception {
        return page(get("/profile?id={id}&Code={code}&lang={language}", seal.id(), seal.code(), language));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(http.perform(request).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString(StandardCharsets.UTF_8));
    }
}
