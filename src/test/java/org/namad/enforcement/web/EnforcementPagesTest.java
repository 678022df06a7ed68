package org.namad.enforcement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class EnforcementPagesTest {

    @Autowired MockMvc pages;
    @Autowired EnforcementDesk desk;
    @Autowired EnforcementCases cases;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;

    private Person owner;
    private long id;
    private String page;

    @BeforeEach
    void open() {
        Seal seal = data.issuedSeal();
        owner = seal.business().owner();
        id = desk.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحهٔ کالا خالی است").id();
        page = "/panel/enforcement/" + id;
    }

    @Test
    @DisplayName("R25 The holder reads the letter in the panel and replies once")
    void reply() throws Exception {
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("صفحهٔ کالا خالی است")))
            .andExpect(content().string(containsString("نمایش ندادن کالا")));
        pages.perform(post(page + "/reply").param("text", "کالاها را گذاشتیم").with(signedIn(owner)).with(csrf()))
            .andExpect(redirectedUrl(page)).andExpect(flash().attribute("message", containsString("دریافت شد")));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
        pages.perform(get(page).with(signedIn(owner)))
            .andExpect(content().string(containsString("کالاها را گذاشتیم")))
            .andExpect(content().string(not(containsString("<textarea"))));
        pages.perform(post(page + "/reply").param("text", "باز هم").with(signedIn(owner)).with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر منتظر")));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
    }

    @Test
    @DisplayName("R25 An empty or overlong reply is explained, the form kept, nothing written")
    void badReply() throws Exception {
        pages.perform(post(page + "/reply").param("text", "  ").with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("چیزی ننوشته‌اید")));
        pages.perform(post(page + "/reply").param("text", "ن".repeat(3001)).with(signedIn(owner)).with(csrf()))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("کوتاه‌ترش کنید")))
            .andExpect(content().string(containsString("ن".repeat(3001))));
        assertThat(cases.get(id).reply()).isNull();
    }

    @Test
    @DisplayName("Nobody else sees the case: neither another holder nor a visitor")
    void others() throws Exception {
        pages.perform(get(page).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(post(page + "/reply").param("text", "…").with(signedIn(data.person())).with(csrf()))
            .andExpect(status().isNotFound());
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("R25 The link of the mail lets the holder reply without signing in, until the deadline")
    void link() throws Exception {
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "enforcement-letter")));
        String path = link.getPath();
        String query = "?" + link.getQuery();
        pages.perform(get(path + query)).andExpect(status().isOk())
            .andExpect(content().string(containsString("صفحهٔ کالا خالی است")))
            .andExpect(content().string(containsString(path + "/reply?until=")));
        pages.perform(get(path + query + "0")).andExpect(status().is4xxClientError())
            .andExpect(content().string(not(containsString("صفحهٔ کالا خالی است"))));
        pages.perform(post(path + "/reply" + query).param("text", "کالاها را گذاشتیم").with(csrf()))
            .andExpect(redirectedUrl(path + query));
        assertThat(cases.get(id).reply()).isEqualTo("کالاها را گذاشتیم");
        travel.by(Duration.ofDays(11));
        pages.perform(get(path + query)).andExpect(status().is4xxClientError());
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(new UsernamePasswordAuthenticationToken(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
