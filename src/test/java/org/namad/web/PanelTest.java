package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
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
        assertThat(current(owner, "/panel/payments")).isEqualTo("/panel/payments page");
        assertThat(current(owner, "/panel/messages")).isEqualTo("/panel/messages page");
        assertThat(page(owner, "/inquiry").select(".panel-nav")).isEmpty();
    }

    /** Where the marked part of the navigation leads, and how it is marked. */
    private String current(Person person, String address) throws Exception {
        return page(person, address).select(".panel-nav a[aria-current]").stream()
            .map(link -> link.attr("href") + " " + link.attr("aria-current")).collect(Collectors.joining());
    }

    private Document page(Person person, String address) throws Exception {
        return new Panels(http).page(person, address);
    }

    private ResultActions panel(Person person) throws Exception {
        return new Panels(http).open(person, "/panel").andExpect(status().isOk());
    }
}
