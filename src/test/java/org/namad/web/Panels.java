package org.namad.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Opens pages of the panel as somebody who has signed in; for tests. */
record Panels(MockMvc http) {

    ResultActions open(Person person, String address) throws Exception {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return http.perform(get(address).with(authentication(UsernamePasswordAuthenticationToken.authenticated(
            principal, null, AuthorityUtils.createAuthorityList("ROLE_PARTY")))));
    }

    Document page(Person person, String address) throws Exception {
        return Jsoup.parse(open(person, address).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString());
    }
}
