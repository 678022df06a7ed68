package org.namad.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.party.SignedLinks;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class ComplaintsApiTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    FiledComplaints filed;
    @Autowired
    Complaints complaints;
    @Autowired
    SignedLinks links;
    @Autowired
    NamadClock clock;

    Complaint complaint;
    Complaint other;

    @BeforeEach
    void file() {
        Seal seal = data.issuedSeal();
        filed.settled(seal);
        complaint = complaints.latestAbout(seal.id(), Pageable.unpaged()).getContent().get(0);
        filed.open(seal, 1);
        other = complaints.latestAbout(seal.id(), Pageable.unpaged()).stream().filter(one -> !one.id().equals(complaint.id())).findFirst()
            .orElseThrow();
    }

    @Test
    @DisplayName("Whoever has the complaint's link reads how it stands, and nothing of who filed it or what was said")
    void byLink() throws Exception {
        ask(complaint.tracking(), query(complaint)).andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
            .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
            .andExpect(jsonPath("$.tracking").value(complaint.tracking()))
            .andExpect(jsonPath("$.domain").value(complaint.seal().domain()))
            .andExpect(jsonPath("$.status").value("SETTLED"))
            .andExpect(jsonPath("$.closed").value(true))
            .andExpect(jsonPath("$.reason").value("NOT_DELIVERED"))
            .andExpect(jsonPath("$.answeredAt").isNotEmpty())
            .andExpect(content().string(not(containsString(complaint.complainant().fullName()))))
            .andExpect(content().string(not(containsString(complaint.description()))));
    }

    @Test
    @DisplayName("Without the link's parameters, or with those of another link, nothing is told")
    void neverWithout() throws Exception {
        String query = query(complaint);
        for (String part : new String[] {"", "?" + query.substring(1).split("&")[0], "?" + query.split("&")[1]}) {
            ask(complaint.tracking(), part).andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
        ask(complaint.tracking(), query(other)).andExpect(status().isForbidden())
            .andExpect(jsonPath("$.type").value("urn:namad:problem:linkAltered"));
        ask(complaint.tracking(), query + "x").andExpect(status().isForbidden());
        ask(complaint.tracking(), query.replaceAll("until=\\d+", "until=soon")).andExpect(status().isForbidden());
        ask("../" + complaint.tracking(), query).andExpect(status().is4xxClientError());
        // A link to the business's page opens nothing here.
        ask(complaint.tracking(), "?" + URI.create(links.sign("/answer/" + complaint.tracking(),
            clock.instant().plus(Duration.ofDays(1)))).getQuery()).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("A link that has expired is told to have expired")
    void expired() throws Exception {
        String query = query(complaint);
        clock.moveBy(Duration.ofDays(2));
        ask(complaint.tracking(), query).andExpect(status().isGone())
            .andExpect(jsonPath("$.type").value("urn:namad:problem:linkExpired"));
    }

    @Test
    @DisplayName("A complaint that does not exist is not there, even with a right signature")
    void unknown() throws Exception {
        String query = URI.create(links.sign("/complaints/0000000000", clock.instant().plus(Duration.ofDays(1)))).getQuery();
        ask("0000000000", "?" + query).andExpect(status().isNotFound());
    }

    private String query(Complaint complaint) {
        return "?" + URI.create(links.sign("/complaints/" + complaint.tracking(), clock.instant().plus(Duration.ofDays(1))))
            .getQuery();
    }

    private ResultActions ask(String tracking, String query) throws Exception {
        return http.perform(get("/api/v1/complaints/{tracking}" + query, tracking).with(Client.stranger())
            .header(HttpHeaders.ORIGIN, "https://elsewhere.example"));
    }
}
