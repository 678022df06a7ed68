package org.namad.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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

@NamadTest
class PanelTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    ComplaintDesk desk;

    @Test
    @DisplayName("R1 R16 The desk shows an owner their seal with its snippet and the complaints that wait for an answer")
    void ownerAndConsumer() throws Exception {
        Person owner = data.person();
        Person consumer = data.person();
        Seal seal = data.issuedSeal(data.business(owner));
        var complaint = desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-17", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));

        panel(owner)
            .andExpect(content().string(containsString("/panel/complaints/" + complaint.id() + "\"")))
            .andExpect(content().string(containsString("referrerpolicy=&#39;origin&#39;")))
            .andExpect(content().string(containsString(seal.code())));
        panel(consumer)
            .andExpect(content().string(containsString("/complaints/" + complaint.tracking())))
            .andExpect(content().string(not(containsString(seal.code()))));
        panel(data.person())
            .andExpect(content().string(not(containsString(complaint.tracking()))))
            .andExpect(content().string(not(containsString(seal.domain()))));
    }

    private ResultActions panel(Person person) throws Exception {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return http.perform(get("/panel").with(authentication(UsernamePasswordAuthenticationToken.authenticated(
            principal, null, AuthorityUtils.createAuthorityList("ROLE_PARTY"))))).andExpect(status().isOk());
    }
}
