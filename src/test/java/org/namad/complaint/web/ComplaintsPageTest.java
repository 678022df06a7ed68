package org.namad.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.namad.complaint.web.Visitors.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class ComplaintsPageTest {

    private static final String LIST = "/panel/complaints";

    @Autowired
    MockMvc pages;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    TestData data;

    private Seal seal;
    private Person owner;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
    }

    @Test
    @DisplayName("R1 Open complaints come with the time left to answer, closed ones with their outcome, filed ones apart")
    void openClosedFiled() throws Exception {
        Person consumer = data.person();
        Complaint open = desk.register(about(seal, data.person(), "F-1"));
        Complaint closed = desk.register(about(seal, consumer, "F-2"));
        desk.answer(closed.id(), "فرستادیم.", List.of());
        desk.accept(closed.id());

        assertThat(links(page(owner, LIST))).containsExactly(LIST + "/" + open.id());
        assertThat(page(owner, LIST).select("td .left[data-until]")).hasSize(1);
        assertThat(links(page(owner, LIST + "?show=closed"))).containsExactly(LIST + "/" + closed.id());
        assertThat(page(owner, LIST + "?show=closed").select("td").text()).contains("پذیرفت");
        assertThat(links(page(owner, LIST + "?show=filed"))).isEmpty();
        assertThat(links(page(consumer, LIST))).containsExactly("/complaints/" + closed.tracking());
        assertThat(links(page(consumer, LIST + "?show=open"))).isEmpty();
        assertThat(links(page(data.person(), LIST + "?show=closed&seal=" + seal.id()))).isEmpty();
    }

    @Test
    @DisplayName("Many complaints come page by page, the most urgent first; those of one shop alone if asked for")
    void paging() throws Exception {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            filed.add(LIST + "/" + desk.register(about(seal, data.person(), "F-" + i)).id());
        }
        Seal second = data.issuedSeal(seal.business());
        Complaint other = desk.register(about(second, data.person(), "F-21"));

        assertThat(links(page(owner, LIST))).containsExactlyElementsOf(filed.subList(0, 20));
        String next = page(owner, LIST).select("a[rel=next]").attr("href");
        assertThat(links(page(owner, next))).containsExactly(filed.get(20), LIST + "/" + other.id());
        assertThat(page(owner, next).select("a[rel=prev]")).hasSize(1);
        assertThat(page(owner, next).select("a[rel=next]")).isEmpty();
        assertThat(links(page(owner, LIST + "?seal=" + second.id()))).containsExactly(LIST + "/" + other.id());
        assertThat(links(page(owner, LIST + "?page=x&seal=y&show=z"))).hasSize(20);
    }

    private static NewComplaint about(Seal seal, Person consumer, String invoice) {
        return new NewComplaint(consumer.id(), seal.domain(), invoice, null, ComplaintReason.NOT_DELIVERED,
            "هنوز نرسیده است.", null);
    }

    private Document page(Person reader, String address) throws Exception {
        return Jsoup.parse(pages.perform(get(address).with(signedIn(reader))).andExpect(status().isOk())
            .andReturn().getResponse().getContentAsString());
    }

    private static List<String> links(Document page) {
        return page.select("table.data tbody a").eachAttr("href");
    }
}
