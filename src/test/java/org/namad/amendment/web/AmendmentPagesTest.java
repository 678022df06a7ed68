package org.namad.amendment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Base64;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Amendments;
import org.namad.amendment.Subject;
import org.namad.document.Documents;
import org.namad.engine.StaffWork;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class AmendmentPagesTest {

    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPg"
        + "To3FihiGlgQA8mUzQVU2y8kAAAAASUVORK5CYII=");

    @Autowired MockMvc pages;
    @Autowired Amendments amendments;
    @Autowired AmendmentDesk desk;
    @Autowired Documents documents;
    @Autowired StaffWork staff;
    @Autowired TestData data;
    @Value("${namad.base-url}") String baseUrl;

    private Seal seal;
    private Person owner;
    private String page;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = data.ownerOf(seal);
        page = "/panel/seals/" + seal.id() + "/change";
    }

    @AfterEach
    void leaveNothingBehind() {
        amendments.openOf(owner.id()).forEach(open -> desk.withdraw(open.id()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R17 The owner sees what is registered, what a change takes, and a form for each of it")
    void forms(Subject subject) throws Exception {
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("href=\"" + page + "/" + subject.key())));
        pages.perform(get(page + "/" + subject.key()).param("lang", "en").with(signedIn(owner)))
            .andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
    }

    @Test
    @DisplayName("R17, N15 A telephone number typed with Persian digits is changed at once")
    void atOnce() throws Exception {
        pages.perform(form(Subject.PHONE, "۰۲۱۶۶۰۰۱۱۲۲")).andExpect(redirectedUrl(page))
            .andExpect(flash().attribute("message", containsString("تغییر انجام شد")));
        pages.perform(get(page).with(signedIn(owner)))
            .andExpect(content().string(containsString("۰۲۱۶۶۰۰۱۱۲۲")))
            .andExpect(content().string(containsString("درخواست‌های پیشین")));
    }

    @Test
    @DisplayName("R17 A new name goes to an officer with its proof; the owner sees it waiting and takes it back")
    void reviewed() throws Exception {
        pages.perform(form(Subject.TITLE, "فروشگاه نو").file(new MockMultipartFile("files", "licence.png", null, PNG))
                .param("why", "نام تجاری عوض شد"))
            .andExpect(redirectedUrl(page)).andExpect(flash().attribute("message", containsString("کارشناس")));
        Amendment open = amendments.openOf(owner.id()).get(0);
        assertThat(open.why()).isEqualTo("نام تجاری عوض شد");
        assertThat(documents.of(open.key().toString())).singleElement()
            .satisfies(proof -> assertThat(proof.fileName()).isEqualTo("licence.png"));
        String shown = shown();
        assertThat(shown).contains("در دست بررسی کارشناس", "فروشگاه نو", "پس گرفتن درخواست", "نام تجاری عوض شد");
        String proof = Jsoup.parse(shown).select(".gallery a").attr("href");
        pages.perform(get(proof).with(signedIn(owner))).andExpect(status().isOk()).andExpect(content().bytes(PNG));
        pages.perform(get(proof).with(signedIn(data.person()))).andExpect(status().isNotFound());
        assertThat(Jsoup.parse(shown).select("a[href$=/title]")).isEmpty();

        pages.perform(form(Subject.TITLE, "باز هم نو")).andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("در جریان است")))
            .andExpect(content().string(containsString("باز هم نو")));
        String withdrawal = page + "/" + open.id() + "/withdrawal";
        pages.perform(post(withdrawal).with(signedIn(owner)).with(csrf())).andExpect(redirectedUrl(page))
            .andExpect(flash().attribute("message", containsString("پس گرفتید")));
        pages.perform(post(withdrawal).with(signedIn(owner)).with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر در جریان نیست")));
    }

    @Test
    @DisplayName("R16 The seal is to move: the owner gets the code, until when, what was found, and can ask for a look")
    void placement() throws Exception {
        String domain = TestData.domain();
        pages.perform(form(Subject.DOMAIN, domain)).andExpect(redirectedUrl(page));
        Amendment open = amendments.openOf(owner.id()).get(0);
        staff.complete(open.key(), "officer1", Map.of("amendmentVerdict", "approve",
            "amendmentVerdictReasons", "هر دو سایت از آن دارنده است."));
        assertThat(Jsoup.parse(shown()).text()).contains(Snippet.of(seal, baseUrl), "مهلت", domain);
        pages.perform(post(page + "/" + open.id() + "/placement").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page));
    }

    @Test
    @DisplayName("What is wrong or missing is explained, and what was typed and sent is kept")
    void wrong() throws Exception {
        pages.perform(form(Subject.DOMAIN, "not a domain")
                .file(new MockMultipartFile("files", "licence.png", null, PNG)).param("why", "دلیل من"))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("دامنه درست نیست")))
            .andExpect(content().string(containsString("not a domain")))
            .andExpect(content().string(containsString("دلیل من")))
            .andExpect(content().string(containsString("licence.png")))
            .andExpect(content().string(containsString("aria-describedby=\"text-hint text-error\"")));
        pages.perform(form(Subject.TITLE, "نو").param("why", "ا".repeat(1001)))
            .andExpect(status().isUnprocessableEntity());
        pages.perform(form(Subject.TITLE, "نو").file(new MockMultipartFile("files", "a.exe", null, new byte[] {1})))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("a.exe")));
        pages.perform(form(Subject.ADDRESS, "خیابان")).andExpect(status().isUnprocessableEntity());
        assertThat(amendments.openOf(owner.id())).isEmpty();
    }

    @Test
    @DisplayName("R17 Nobody else sees or changes what is registered, nor takes back others' wishes")
    void others() throws Exception {
        Person other = data.person();
        Seal own = data.issuedSeal(data.business(other));
        pages.perform(form(Subject.TITLE, "فروشگاه نو"));
        Amendment open = amendments.openOf(owner.id()).get(0);
        pages.perform(get(page).with(signedIn(other))).andExpect(status().isNotFound());
        pages.perform(get(page + "/title").with(signedIn(other))).andExpect(status().isNotFound());
        pages.perform(post(page + "/title").param("text", "x").with(signedIn(other)).with(csrf()))
            .andExpect(status().isNotFound());
        pages.perform(post("/panel/seals/" + own.id() + "/change/" + open.id() + "/withdrawal").with(signedIn(other))
            .with(csrf())).andExpect(status().isNotFound());
        pages.perform(get(page + "/code").with(signedIn(owner))).andExpect(status().isNotFound());
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
        assertThat(amendments.findById(open.id()).orElseThrow().status().isOpen()).isTrue();
    }

    private String shown() throws Exception {
        return pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString();
    }

    private MockMultipartHttpServletRequestBuilder form(Subject subject, String text) {
        return (MockMultipartHttpServletRequestBuilder) multipart(page + "/" + subject.key()).param("text", text)
            .with(signedIn(owner)).with(csrf());
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
