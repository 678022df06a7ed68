package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.engine.TimeTravel;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What was typed is not lost when the session is over, or when the reader asks for the other language. */
@NamadTest
class WaitingFormsTest {

    private static final String WORDS = "کالاها را دوباره گذاشتیم.";

    @Autowired MockMvc pages;
    @Autowired EnforcementDesk enforcement;
    @Autowired EnforcementCases cases;
    @Autowired ComplaintDesk complaints;
    @Autowired Renewals renewals;
    @Autowired SealRegister register;
    @Autowired TimeTravel travel;
    @Autowired TestData data;

    private Seal seal;
    private Person owner;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
    }

    @Test
    @DisplayName("R25 A reply that is sent when the session is over waits for its writer, and for nobody else; nothing is taken")
    void reply() throws Exception {
        long id = letter();
        String page = "/panel/enforcement/" + id;
        Document back = comesBack(page, page + "/reply", Map.of("said", "reply", "text", WORDS));
        assertThat(back.select("textarea[name=text]").text()).isEqualTo(WORDS);
        assertThat(cases.get(id).reply()).isNull();
    }

    @Test
    @DisplayName("R17 A change that is asked for when the session is over waits for its writer")
    void change() throws Exception {
        String page = "/panel/seals/" + seal.id() + "/change/title";
        Document back = comesBack(page, page, Map.of("text", "فروشگاه نو", "why", WORDS));
        assertThat(back.select("input[name=text]").val()).isEqualTo("فروشگاه نو");
        assertThat(back.select("textarea[name=why]").text()).isEqualTo(WORDS);
    }

    @Test
    @DisplayName("R18 Data brought up to date when the session is over wait for their writer")
    void renewal() throws Exception {
        Business business = data.business(owner);
        String domain = TestData.domain();
        long id = register.prepare(business, "فروشگاه", domain, "http://" + domain + "/", "clothing").id();
        register.issue(id, Period.ofDays(58));
        travel.by(java.time.Duration.ofDays(2));
        String page = "/panel/renewals/" + renewals.findBySealIdOrderByTermEndDesc(id).get(0).id();
        Document back = comesBack(page, page, Map.of("address", WORDS, "city", "کرج"));
        assertThat(back.select("textarea[name=address]").text()).isEqualTo(WORDS);
        assertThat(back.select("input[name=city]").val()).isEqualTo("کرج");
    }

    @Test
    @DisplayName("R12 An application that is sent when the session is over, without scripts, waits for its applicant")
    void application() throws Exception {
        Document back = comesBack("/apply/form", "/apply/form/save", Map.of("sellsToVisitors", "true",
            "paymentGateway", "true", "title", "نی و نوا", "address", WORDS, "kind", "LEGAL"));
        assertThat(back.select("input[name=address]").val()).isEqualTo(WORDS);
        assertThat(back.select("input[name=kind][checked]").val()).isEqualTo("LEGAL");
        assertThat(Jsoup.parse(html(get("/panel"), owner, new MockHttpSession())).text()).doesNotContain("نی و نوا");
    }

    @Test
    @DisplayName("A form that leads elsewhere, or says who wrote it wrongly, is not kept for anybody")
    void elsewhere() throws Exception {
        String page = "/panel/enforcement/" + letter();
        pages.perform(post(page + "/reply").param("page", "https://elsewhere.example/").param("text", WORDS).with(csrf()))
            .andExpect(redirectedUrl("/sign-in"));
        pages.perform(post(page + "/reply").param("page", "//elsewhere.example/").param("text", WORDS).with(csrf()))
            .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("R25 On a refused reply the other language shows the same form with what was typed")
    void replyInEnglish() throws Exception {
        String page = "/panel/enforcement/" + letter();
        String tooLong = WORDS + "ن".repeat(3000);
        Document english = inOtherLanguage(post(page + "/reply").param("page", page)
            .param("writer", String.valueOf(owner.id())).param("said", "reply").param("text", tooLong), owner);
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("textarea[name=text]").text()).isEqualTo(tooLong);
        assertThat(english.text()).doesNotContain("Your session was over");
    }

    @Test
    @DisplayName("R1 On a refused answer by the link of a page the other language shows the same form with what was typed")
    void answerInEnglish() throws Exception {
        long id = complaints.register(new NewComplaint(data.person().id(), seal.domain(), "F-1", null,
            ComplaintReason.OTHER, "شرح", null)).id();
        Element form = Jsoup.parse(html(get("/panel/complaints/" + id), owner, new MockHttpSession()))
            .select("form[action^=/answer/of/]").first();
        String tooLong = WORDS + "ن".repeat(3000);
        MockHttpServletRequestBuilder answer = post(URI.create(form.attr("action"))).param("text", tooLong);
        form.select("input[type=hidden]").forEach(field -> answer.param(field.attr("name"), field.val()));
        assertThat(inOtherLanguage(answer, owner).select("textarea[name=text]").first().text()).isEqualTo(tooLong);
    }

    private long letter() {
        return enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است", StatedBy.staff("officer1")).id();
    }

    /** The page as its writer finds it after signing in again; whoever else uses the browser finds nothing of it. */
    private Document comesBack(String page, String action, Map<String, String> typed) throws Exception {
        String found = null;
        for (Person reader : new Person[] {data.delegateOf(data.company()), owner}) {
            MockHttpServletRequestBuilder form = post(action).param("page", page)
                .param("writer", String.valueOf(owner.id()));
            typed.forEach(form::param);
            MvcResult signIn = pages.perform(form.with(csrf())).andExpect(status().is3xxRedirection()).andReturn();
            String next = signIn.getResponse().getRedirectedUrl();
            assertThat(next).startsWith("/sign-in?next=");
            MockHttpSession browser = (MockHttpSession) signIn.getRequest().getSession();
            String address = URLDecoder.decode(next.substring(next.indexOf('=') + 1), StandardCharsets.UTF_8);
            found = html(get(address), reader, browser);
            assertThat(found.contains(WORDS)).isEqualTo(reader == owner);
        }
        assertThat(found).contains("زمان نشست شما تمام شده بود");
        return Jsoup.parse(found);
    }

    private Document inOtherLanguage(MockHttpServletRequestBuilder form, Person reader) throws Exception {
        MvcResult refused = pages.perform(form.with(signedIn(reader)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andReturn();
        String english = Jsoup.parse(refused.getResponse().getContentAsString()).select("a.language").attr("href");
        return Jsoup.parse(html(get(URI.create(english)), reader,
            (MockHttpSession) refused.getRequest().getSession()));
    }

    private String html(MockHttpServletRequestBuilder page, Person reader, MockHttpSession browser) throws Exception {
        return pages.perform(page.session(browser).with(signedIn(reader))).andReturn().getResponse().getContentAsString();
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
