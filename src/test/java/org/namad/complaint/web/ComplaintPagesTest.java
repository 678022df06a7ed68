package org.namad.complaint.web;

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
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.ReportedPayment;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class ComplaintPagesTest {

    @Autowired MockMvc pages;
    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired TimeTravel travel;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;

    private Seal seal;
    private Person owner;
    private Person consumer;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = data.person();
    }

    @Test
    @DisplayName("R4 Only a signed-in consumer files a complaint; a visitor is asked to sign in first")
    void signInFirst() throws Exception {
        pages.perform(get("/complaints/new").param("domain", seal.domain())).andExpect(redirectedUrl("/sign-in"));
        pages.perform(form().with(csrf())).andExpect(redirectedUrl("/sign-in"));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    @Test
    @DisplayName("R5, N15 A complaint is filed with the site in any form, Persian digits and what is known of the payment")
    void filed() throws Exception {
        pages.perform(get("/complaints/new").param("domain", seal.domain()).with(signedIn(consumer)))
            .andExpect(status().isOk()).andExpect(content().string(containsString(seal.domain())));
        pages.perform(form().param("site", "https://WWW." + seal.domain() + "/cart?x=1").param("invoiceNumber", "۱۲۳۴")
                .param("reason", "NOT_REFUNDED").param("description", "پولم را پس نداده‌اند")
                .param("paymentAmount", "۱٬۲۵۰٬۰۰۰").param("paymentDate", "۱۴۰۳/۰۱/۱۵").param("paymentReference", "۹۸۷")
                .with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andExpect(flash().attribute("message", containsString("شمارهٔ پیگیری")));

        Complaint complaint = complaints.filedBy(consumer.id()).get(0);
        assertThat(complaint.seal().id()).isEqualTo(seal.id());
        assertThat(complaint.invoiceNumber()).isEqualTo("1234");
        assertThat(complaint.payment())
            .isEqualTo(new ReportedPayment(1_250_000L, LocalDate.of(2024, 4, 3), "987", null));
        pages.perform(get("/complaints/" + complaint.tracking()).with(signedIn(consumer)))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString(complaint.tracking())))
            .andExpect(content().string(containsString("در انتظار پاسخ فروشگاه")));
    }

    @Test
    @DisplayName("R5 Without invoice number and description nothing is registered; what was typed is kept")
    void missingInvoice() throws Exception {
        pages.perform(form().param("site", seal.domain()).param("shipmentNumber", "RR123")
                .with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("شمارهٔ فاکتور را بنویسید.")))
            .andExpect(content().string(containsString("شرح شکایت را بنویسید.")))
            .andExpect(content().string(containsString("موضوع شکایت را برگزینید.")))
            .andExpect(content().string(containsString("value=\"RR123\"")));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    @Test
    @DisplayName("R5 A site without a seal, a text that is no address, a wrong amount or date are told apart, also in English")
    void badInput() throws Exception {
        pages.perform(valid().param("site", "unknown-shop.example").with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("برای این نشانی نمادی صادر نشده است")))
            .andExpect(content().string(containsString("value=\"unknown-shop.example\"")));
        pages.perform(valid().param("site", "فروشگاه سر کوچه").param("lang", "en").with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("This is not the address of a website")));
        pages.perform(valid().param("site", seal.domain()).param("paymentDate", "1450/01/01")
                .param("paymentAmount", "زیاد").with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("نباید در آینده باشد")))
            .andExpect(content().string(containsString("تنها با رقم")));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    @Test
    @DisplayName("R4 A second complaint about the same site on the same day is refused kindly, the form kept; another site is fine")
    void secondOfTheDay() throws Exception {
        file();
        pages.perform(valid().param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("هر نفر در هر روز")))
            .andExpect(content().string(containsString("value=\"F-77\"")));
        assertThat(complaints.filedBy(consumer.id())).hasSize(1);

        Seal other = data.issuedSeal();
        pages.perform(valid().param("site", other.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection());
        travel.by(Duration.ofDays(1));
        pages.perform(valid().param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection());
        assertThat(complaints.filedBy(consumer.id())).hasSize(3);
    }

    @Test
    @DisplayName("R1 The business answers by the link of the mail, without signing in; the consumer accepts by theirs")
    void byLinks() throws Exception {
        Complaint complaint = file();
        travel.runDueJobs();
        URI answerLink = URI.create(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        String answerPage = answerLink.getRawPath() + "?" + answerLink.getRawQuery();
        pages.perform(get(answerPage)).andExpect(status().isOk())
            .andExpect(content().string(containsString(complaint.description())));
        pages.perform(post(answerPage).param("answer", "  ").with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("پاسخ خود را بنویسید.")));
        assertThat(now(complaint).status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        pages.perform(post(answerPage).param("answer", "فردا می‌فرستیم").with(csrf()))
            .andExpect(redirectedUrl(answerPage));
        pages.perform(post(answerPage).param("answer", "دوباره").with(csrf()))
            .andExpect(flash().attribute("message", containsString("دیگر منتظر این کار نبود")));
        assertThat(now(complaint).answer()).isEqualTo("فردا می‌فرستیم");

        travel.runDueJobs();
        URI link = URI.create(TestMailbox.button(mailbox.await(consumer.email(), "complaint-answered")));
        String verdict = link.getRawPath() + "/verdict?" + link.getRawQuery();
        pages.perform(get(link.getRawPath() + "?" + link.getRawQuery())).andExpect(status().isOk())
            .andExpect(content().string(containsString("فردا می‌فرستیم")));
        pages.perform(post(verdict).param("accepted", "false").with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("بنویسید چرا پاسخ را نمی‌پذیرید.")));
        pages.perform(post(verdict).param("accepted", "true").with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(now(complaint).status()).isEqualTo(ComplaintStatus.SETTLED);
    }

    @Test
    @DisplayName("R1 An altered link, one for another complaint and an expired one let nobody in")
    void badLinks() throws Exception {
        Complaint complaint = file();
        travel.runDueJobs();
        URI link = URI.create(TestMailbox.button(mailbox.await(owner.email(), "complaint-notice")));
        Seal other = data.issuedSeal();
        Complaint second = desk.register(wish(other));
        for (String bad : new String[] {link.getRawPath(), link.getRawPath() + "?until=1&signature=x",
            link.getRawPath() + "?" + link.getRawQuery().replace("until=", "until=9"),
            "/answer/" + second.tracking() + "?" + link.getRawQuery()}) {
            pages.perform(get(bad)).andExpect(status().is4xxClientError())
                .andExpect(content().string(not(containsString(complaint.description()))));
            pages.perform(post(bad).param("answer", "نفوذ").with(csrf())).andExpect(status().is4xxClientError());
        }
        travel.by(Duration.ofDays(181));
        pages.perform(get(link.getRawPath() + "?" + link.getRawQuery())).andExpect(status().is4xxClientError());
        assertThat(now(complaint).answer()).isNull();
    }

    @Test
    @DisplayName("R1, R3 The owner answers in the panel, late too; a stranger sees nothing")
    void inPanel() throws Exception {
        Complaint complaint = file();
        String page = "/panel/complaints/" + complaint.id();
        pages.perform(get(page).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(get("/complaints/" + complaint.tracking()).with(signedIn(data.person())))
            .andExpect(status().isNotFound());
        assertThat(complaints.openAgainst(owner.id())).extracting(Complaint::id).containsExactly(complaint.id());

        travel.by(Duration.ofHours(97));
        pages.perform(get(page).with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("هنوز می‌توانید پاسخ بدهید")));
        pages.perform(get(page).param("lang", "en").with(signedIn(owner))).andExpect(status().isOk())
            .andExpect(content().string(containsString("Answer complaint " + complaint.tracking() + "<")))
            .andExpect(content().string(containsString("96 hours from registration")));
        pages.perform(post(page).param("answer", "پوزش").with(signedIn(owner)).with(csrf()))
            .andExpect(flash().attribute("message", containsString("پاسخ دیرهنگام")));
        assertThat(now(complaint).answeredLate()).isTrue();
    }

    private Complaint file() {
        return desk.register(wish(seal));
    }

    private NewComplaint wish(Seal about) {
        return new NewComplaint(consumer.id(), about.domain(), "F-1", null, ComplaintReason.NOT_DELIVERED,
            "کالا نرسیده " + about.domain(), null);
    }

    private Complaint now(Complaint complaint) {
        return complaints.findById(complaint.id()).orElseThrow();
    }

    private static MockHttpServletRequestBuilder form() {
        return post("/complaints/new");
    }

    private static MockHttpServletRequestBuilder valid() {
        return form().param("invoiceNumber", "F-77").param("reason", "OTHER").param("description", "شرح");
    }

    private static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
