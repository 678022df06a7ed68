package org.namad.renewal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Period;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.engine.TimeTravel;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class RenewalPagesTest {

    @Autowired MockMvc pages;
    @Autowired Renewals renewals;
    @Autowired SealRegister register;
    @Autowired FiledComplaints complaints;
    @Autowired TimeTravel travel;
    @Autowired TestData data;

    private Seal seal;
    private Person owner;
    private String page;

    @BeforeEach
    void open() {
        Business business = data.business();
        owner = business.owner();
        String domain = TestData.domain();
        long id = register.prepare(business, "فروشگاه کهنه", domain, "http://" + domain + "/", "clothing").id();
        register.issue(id, Period.ofDays(58));
        seal = register.get(id);
        travel.by(Duration.ofDays(2));
        page = "/panel/renewals/" + renewal().id();
    }

    @Test
    @DisplayName("R18, N9, N11, N15 The holder sees that the seal renews itself, brings the data up to date, and it is renewed")
    void update() throws Exception {
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("نماد خودکار برای دو سال تمدید می‌شود")))
            .andExpect(content().string(containsString("فروشگاه کهنه")));
        pages.perform(form().param("phone", "۰۲۱۶۶۰۰۱۱۲۲")
                .param("monthlyTransactions", "۱٬۲۰۰").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page)).andExpect(flash().attribute("message", containsString("روزآمد شد")));
        assertThat(renewal().status()).isEqualTo(Renewal.Status.RENEWED);
        assertThat(renewal().seal().business().province()).isEqualTo("البرز");
        assertThat(renewal().seal().business().phone()).isEqualTo("02166001122");
        assertThat(renewal().seal().monthlyTransactions()).isEqualTo(1200);
        pages.perform(get(page).with(signedIn(owner))).andExpect(content().string(containsString("تمدید شد تا")));
    }

    @Test
    @DisplayName("R20, N11 The holder sees that a complaint blocks, and until when")
    void blocked() throws Exception {
        complaints.unanswered(seal, 1);
        pages.perform(get(page).with(signedIn(owner)))
            .andExpect(content().string(containsString("نماد تمدید نمی‌شود")))
            .andExpect(content().string(containsString("۱ شکایت بی‌پاسخ مانده است")))
            .andExpect(content().string(containsString("مانع تمدید هستند")));
    }

    @Test
    @DisplayName("R17, R18 What takes a review is not changed here; the owner is led to where it is asked for")
    void reviewedElsewhere() throws Exception {
        pages.perform(get(page).with(signedIn(owner)))
            .andExpect(content().string(containsString("/panel/seals/" + seal.id() + "/change")));
        pages.perform(form().param("phone", "02166001122").param("title", "فروشگاه نو").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page));
        assertThat(renewal().seal().title()).isEqualTo("فروشگاه کهنه");
    }

    @Test
    @DisplayName("R18 What is missing or wrong is explained, the form kept, nothing written")
    void bad() throws Exception {
        MvcResult refused = pages.perform(post(page).param("province", "ناکجا").param("city", " ").param("address", "خیابان بهار، پلاک ۲")
                .param("phone", "abc").with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("این بخش را پر کنید")))
            .andExpect(content().string(containsString("شمارهٔ تلفن درست نیست")))
            .andExpect(content().string(containsString("خیابان بهار"))).andReturn();
        Document shown = Jsoup.parse(refused.getResponse().getContentAsString());
        for (String wrong : List.of("phone", "province", "city")) {
            assertThat(shown.select("[aria-invalid=true]#" + wrong).attr("aria-describedby")).isEqualTo(wrong + "-error");
            assertThat(shown.select("#" + wrong + "-error").text()).isNotEmpty();
        }
        assertThat(shown.select("#address[aria-invalid], #address[aria-describedby]")).isEmpty();
        assertThat(renewal().seal().title()).isEqualTo("فروشگاه کهنه");
        assertThat(renewal().status()).isEqualTo(Renewal.Status.OPEN);
    }

    @Test
    @DisplayName("Nobody else sees the renewal")
    void others() throws Exception {
        pages.perform(get(page).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
    }

    private MockHttpServletRequestBuilder form() {
        return post(page).param("province", "البرز").param("city", "کرج").param("address", "خیابان بهار، پلاک ۲");
    }

    private Renewal renewal() {
        return renewals.findBySealIdOrderByTermEndDesc(seal.id()).get(0);
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
