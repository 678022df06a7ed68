package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.casefile.CaseKey;
import org.namad.casefile.Recipient;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.Notice;
import org.namad.engine.TimeTravel;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.notification.MailRefused;
import org.namad.notification.Outbox;
import org.namad.party.Business;
import org.namad.party.DelegationDesk;
import org.namad.party.Delegations;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class PanelMessagesTest {

    private static final String LIST = "/panel/messages";

    @Autowired
    MockMvc http;
    @Autowired
    ComplaintDesk desk;
    @Autowired
    Complaints complaints;
    @Autowired
    Mails mails;
    @Autowired
    Outbox outbox;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TimeTravel travel;
    @Autowired
    TestMailbox mailbox;
    @Autowired
    Delegations delegations;
    @Autowired
    DelegationDesk delegationDesk;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TestData data;

    private Panels panels;
    private Person owner;
    private Person consumer;
    private Complaint complaint;

    @BeforeEach
    void complaint() {
        panels = new Panels(http);
        Seal seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = data.person();
        complaint = desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-17", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));
    }

    @Test
    @DisplayName("N7 Every mail is listed with its case and shown with its delivery log, for whom it was sent to alone")
    void messages() throws Exception {
        long id = notice();
        Document list = panels.page(owner, LIST);
        assertThat(list.select("tbody a").eachAttr("href"))
            .contains(LIST + "/" + id, "/panel/complaints/" + complaint.id());
        mailbox.await(consumer.email(), "complaint-receipt");
        assertThat(panels.page(consumer, LIST).select("tbody a").eachAttr("href"))
            .contains("/complaints/" + complaint.tracking()).doesNotContain(LIST + "/" + id);

        Document page = panels.page(owner, LIST + "/" + id);
        assertThat(page.select(".log").text()).contains("کارساز رایانامه آن را پذیرفت", "250");
        assertThat(page.select("iframe[sandbox]").attr("src")).isEqualTo(LIST + "/" + id + "/html");
        panels.open(owner, LIST + "/" + id + "/html").andExpect(status().isOk())
            .andExpect(header().stringValues("Content-Security-Policy", org.hamcrest.Matchers.hasItem(
                containsString("default-src 'none'"))));
        assertThat(panels.page(owner, LIST + "/" + id + "?view=text").select("pre").text())
            .contains(TestData.persian(complaint.tracking()));
        for (String path : List.of("/" + id, "/" + id + "/html", "/" + id + "/files/1", "/999999999")) {
            panels.open(consumer, LIST + path).andExpect(status().isNotFound());
        }
        String file = page.select("a[href*=/files/]").attr("href");
        panels.open(owner, file).andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("attachment")));
        panels.open(owner, LIST + "/" + id + "/files/99").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("N7 Reading the notice as a message proves nothing; opening the complaint does, and the log says so")
    void readingIsNoProof() throws Exception {
        long id = notice();
        panels.page(owner, LIST + "/" + id);
        assertThat(complaints.findById(complaint.id()).orElseThrow().notice().by()).isNotEqualTo(Notice.By.OPENING);
        assertThat(panels.page(owner, LIST + "/" + id).select(".log").text()).doesNotContain("باز کردید");
        Seal second = data.issuedSeal();
        owner = second.business().owner();
        complaint = desk.register(new NewComplaint(consumer.id(), second.domain(), "F-18", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));
        panels.page(owner, "/panel/complaints/" + complaint.id());
        assertThat(panels.page(owner, LIST + "/" + notice()).select(".log").text()).contains("باز کردید");
    }

    @Test
    @DisplayName("The text of a mail that held a code is not kept; many mails come page by page")
    void secretsAndPages() throws Exception {
        Person reader = data.person();
        Recipient recipient = new Recipient(reader.fullName(), reader.email(), Locale.forLanguageTag("fa"));
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 21; i++) {
                outbox.postSecret(new CaseKey("panel-messages-test", reader.id()), "sign-in-code", "no-" + i,
                    recipient, Map.of("code", "123456", "validUntil", "۱۰:۳۰"));
            }
        });
        mailbox.await(reader.email(), "sign-in-code", 21);
        Document first = panels.page(reader, LIST);
        assertThat(first.select("tbody tr")).hasSize(20);
        assertThat(panels.page(reader, first.select("a[rel=next]").attr("href")).select("tbody tr")).hasSize(1);
        Mail sent = mails.of(new CaseKey("panel-messages-test", reader.id())).get(0);
        Document page = panels.page(reader, LIST + "/" + sent.id());
        assertThat(page.select("iframe")).isEmpty();
        assertThat(page.select(".notice").text()).contains("نگه داشته نشده است");
        assertThat(panels.page(data.person(), LIST).select("tbody tr")).isEmpty();
    }

    @Test
    @DisplayName("N7 A company's delegate gets notice in a mail of their own, which leads to the panel and ends with their right to act")
    void delegates() throws Exception {
        Business company = data.company();
        Person delegate = data.delegateOf(company);
        owner = company.owner();
        complaint = desk.register(new NewComplaint(consumer.id(), data.issuedSeal(company).domain(), "F-19", null,
            ComplaintReason.NOT_DELIVERED, "سفارش هنوز نرسیده است.", null));
        long owners = notice();
        Mail copy = mailOf(delegate);
        assertThat(TestMailbox.button(mailbox.await(delegate.email(), "complaint-notice")))
            .endsWith("/panel/complaints/" + complaint.id());
        assertThat(panels.page(delegate, LIST).select("tbody a").eachAttr("href"))
            .contains(LIST + "/" + copy.id(), "/panel/complaints/" + complaint.id()).doesNotContain(LIST + "/" + owners);
        Awaitility.await().untilAsserted(() ->
            assertThat(panels.page(delegate, LIST + "/" + copy.id()).select(".log").text()).contains("250"));
        Awaitility.await().until(() -> complaints.findById(complaint.id()).orElseThrow().notice().isProven()
            && mails.findWithAttemptsById(owners).orElseThrow().status() == Mail.Status.SENT);
        events.publishEvent(new MailRefused(complaint.key(), copy.template(), delegate.email(), copy.occurrence(),
            Instant.EPOCH, "550 5.1.1 no such user"));
        assertThat(complaints.findById(complaint.id()).orElseThrow().notice().isProven())
            .as("the owner has got it").isTrue();
        panels.open(delegate, "/panel/complaints/" + complaint.id()).andExpect(status().isOk());
        delegationDesk.end(delegations.findByBusinessIdAndOpenNationalId(company.id(), delegate.nationalId().value())
            .orElseThrow().id(), owner.id());
        panels.open(delegate, "/panel/complaints/" + complaint.id()).andExpect(status().isNotFound());
    }

    private Mail mailOf(Person reader) {
        return mails.of(complaint.key()).stream().filter(mail -> mail.template().equals("complaint-notice")
            && mail.readerAddress().equals(reader.email())).findFirst().orElseThrow();
    }

    private long notice() {
        travel.runDueJobs();
        mailbox.await(owner.email(), "complaint-notice");
        return mails.of(complaint.key()).stream().filter(mail -> mail.template().equals("complaint-notice"))
            .findFirst().map(Mail::id).orElseThrow();
    }
}
