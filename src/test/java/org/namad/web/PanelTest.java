package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class PanelTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    ComplaintDesk desk;

    @Test
    @DisplayName("R1 The overview shows an owner their seals and the complaints that wait, and a consumer what they filed")
    void overview() throws Exception {
        Person owner = data.person();
        Person consumer = data.person();
        Seal seal = data.issuedSeal(data.business(owner));
        var complaint = desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-17", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));

        panel(owner)
            .andExpect(content().string(containsString("/panel/complaints/" + complaint.id() + "\"")))
            .andExpect(content().string(containsString("/panel/seals/" + seal.id() + "\"")));
        panel(consumer)
            .andExpect(content().string(containsString("/complaints/" + complaint.tracking())))
            .andExpect(content().string(not(containsString(seal.code()))));
        panel(data.person())
            .andExpect(content().string(not(containsString(complaint.tracking()))))
            .andExpect(content().string(not(containsString(seal.domain()))));
    }

    @Test
    @DisplayName("Every page of the panel leads to its other parts and marks the one it belongs to")
    void navigation() throws Exception {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        assertThat(current(owner, "/panel")).isEqualTo("/panel page");
        assertThat(current(owner, "/panel/seals")).isEqualTo("/panel/seals page");
        assertThat(current(owner, "/panel/seals/" + seal.id())).isEqualTo("/panel/seals true");
        assertThat(current(owner, "/panel/seals/" + seal.id() + "/placement")).isEqualTo("/panel/seals true");
        assertThat(current(owner, "/panel/complaints")).isEqualTo("/panel/complaints page");
        assertThat(page(owner, "/inquiry").select(".panel-nav")).isEmpty();
    }

    @Test
    @DisplayName("R3 R16 N6 A seal has a page with its record, its ledger and its snippet, for its owner alone")
    void seal() throws Exception {
        Seal seal = data.issuedSeal();
        Person owner = data.ownerOf(seal);
        open(owner, "/panel/seals").andExpect(content().string(containsString("/panel/seals/" + seal.id() + "\"")));
        open(owner, "/panel/seals/" + seal.id())
            .andExpect(content().string(containsString("referrerpolicy=&#39;origin&#39;")))
            .andExpect(content().string(containsString(seal.code())))
            .andExpect(content().string(containsString("id=\"unanswered\"")));
        http.perform(get("/panel/seals/" + seal.id()).with(as(data.person()))).andExpect(status().isNotFound());
        open(data.person(), "/panel/seals").andExpect(content().string(not(containsString(seal.domain()))));
    }

    /** Where the marked part of the navigation leads, and how it is marked. */
    private String current(Person person, String address) throws Exception {
        return page(person, address).select(".panel-nav a[aria-current]").stream()
            .map(link -> link.attr("href") + " " + link.attr("aria-current")).collect(Collectors.joining());
    }

    private Document page(Person person, String address) throws Exception {
        return Jsoup.parse(open(person, address).andReturn().getResponse().getContentAsString());
    }

    private ResultActions panel(Person person) throws Exception {
        return open(person, "/panel");
    }

    private ResultActions open(Person person, String address) throws Exception {
        return http.perform(get(address).with(as(person))).andExpect(status().isOk());
    }

    private static RequestPostProcessor as(Person person) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
