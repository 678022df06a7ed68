package org.namad.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.namad.complaint.web.Visitors.PNG;
import static org.namad.complaint.web.Visitors.file;
import static org.namad.complaint.web.Visitors.hidden;
import static org.namad.complaint.web.Visitors.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.complaint.ReportedPayment;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@NamadTest
class FileComplaintPageTest {

    @Autowired MockMvc pages;
    @Autowired Complaints complaints;
    @Autowired Documents documents;
    @Autowired TimeTravel travel;
    @Autowired TestData data;

    private Seal seal;
    private Person consumer;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        consumer = data.person();
    }

    @Test
    @DisplayName("R4 Only a signed-in consumer files a complaint; a visitor is asked to sign in first")
    void signInFirst() throws Exception {
        pages.perform(get("/complaints/new").param("domain", seal.domain())).andExpect(redirectedUrl("/sign-in"));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    @Test
    @DisplayName("R5, N15 A complaint is filed with the site in any form, Persian digits and what is known of the payment")
    void filed() throws Exception {
        pages.perform(get("/complaints/new").param("domain", seal.domain()).with(signedIn(consumer)))
            .andExpect(status().isOk()).andExpect(content().string(containsString(seal.domain())));
        MockMultipartHttpServletRequestBuilder form = form("FILE");
        form.param("site", "https://WWW.m." + seal.domain() + "/cart?x=1").param("invoiceNumber", "۱۲۳۴")
            .param("reason", "NOT_REFUNDED").param("description", "پولم را پس نداده‌اند")
            .param("paymentAmount", "۱٬۲۵۰٬۰۰۰").param("paymentDate", "۱۴۰۳/۰۱/۱۵").param("paymentReference", "۹۸۷");
        pages.perform(form.with(signedIn(consumer)).with(csrf())).andExpect(status().is3xxRedirection())
            .andExpect(flash().attribute("receipt", true));

        Complaint complaint = complaints.filedBy(consumer.id()).get(0);
        assertThat(complaint.seal().id()).isEqualTo(seal.id());
        assertThat(complaint.invoiceNumber()).isEqualTo("1234");
        assertThat(complaint.consentToPublish()).isFalse();
        assertThat(complaint.payment())
            .isEqualTo(new ReportedPayment(1_250_000L, LocalDate.of(2024, 4, 3), "987", null));
    }

    @Test
    @DisplayName("R5 The receipt tells the tracking number, and a link that opens the complaint without an account")
    void receipt() throws Exception {
        pages.perform(valid("FILE").param("site", seal.domain()).with(signedIn(consumer)).with(csrf()));
        String page = "/complaints/" + complaints.filedBy(consumer.id()).get(0).tracking();
        MvcResult receipt = pages.perform(get(page).flashAttr("receipt", true).with(signedIn(consumer)))
            .andExpect(status().isOk()).andExpect(content().string(containsString("رسید شکایت"))).andReturn();
        URI link = Visitors.local(Jsoup.parse(receipt.getResponse().getContentAsString()).select("main pre").text());
        pages.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(containsString("شرح")));
        pages.perform(get(page)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("R5 R29 Before filing, the consumer sees what becomes public, with names and numbers hidden; nothing is filed yet")
    void preview() throws Exception {
        MvcResult preview = pages.perform(valid("CHECK").file(file("photo.png")).param("site", seal.domain())
                .param("description", "من سارا احمدی، ۰۹۱۲۱۲۳۴۵۶۷، فاکتور F-77 را پرداختم").param("consentToPublish", "true")
                .with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isOk()).andReturn();
        String everyone = Jsoup.parse(preview.getResponse().getContentAsString()).select("main section").get(1).text();
        assertThat(everyone).contains("نام پنهان شد", "تلفن پنهان شد", "شماره پنهان شد", "را پرداختم")
            .doesNotContain("احمدی").doesNotContain("۰۹۱۲").doesNotContain("F-77");
        assertThat(preview.getResponse().getContentAsString()).contains("photo.png", "سارا احمدی");
        assertThat(complaints.filedBy(consumer.id())).isEmpty();

        pages.perform(valid("EDIT").param("site", seal.domain()).param("token", hidden(preview, "token"))
                .with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isOk()).andExpect(content().string(containsString("photo.png")))
            .andExpect(content().string(containsString("value=\"F-77\"")));
        pages.perform(valid("FILE").param("site", seal.domain()).param("token", hidden(preview, "token"))
            .param("consentToPublish", "true").with(signedIn(consumer)).with(csrf())).andExpect(status().is3xxRedirection());
        Complaint complaint = complaints.filedBy(consumer.id()).get(0);
        assertThat(complaint.consentToPublish()).isTrue();
        assertThat(documents.of(complaint.key().toString())).extracting(Document::fileName, Document::purpose)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("photo.png", "description"));
    }

    @Test
    @DisplayName("R29 Without consent the preview shows that the narrative stays private")
    void withoutConsent() throws Exception {
        pages.perform(valid("CHECK").param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(content().string(containsString("شرح شکایت شما منتشر نمی‌شود")));
    }

    @Test
    @DisplayName("R5 Without invoice number and description nothing is registered; what was typed and chosen is kept")
    void missingInvoice() throws Exception {
        MvcResult refused = pages.perform(form("CHECK").file(file("first.png")).file(file("second.png"))
                .param("site", seal.domain()).param("shipmentNumber", "RR123").with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("شمارهٔ فاکتور را بنویسید.")))
            .andExpect(content().string(containsString("شرح شکایت را بنویسید.")))
            .andExpect(content().string(containsString("موضوع شکایت را برگزینید.")))
            .andExpect(content().string(containsString("value=\"RR123\"")))
            .andExpect(content().string(allOf(containsString("first.png"), containsString("second.png")))).andReturn();
        assertThat(complaints.filedBy(consumer.id())).isEmpty();

        String unwanted = Jsoup.parse(refused.getResponse().getContentAsString()).select("button[name=drop]").get(0)
            .attr("value");
        pages.perform(form("CHECK").param("token", hidden(refused, "token")).param("drop", unwanted)
                .with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isOk())
            .andExpect(content().string(allOf(not(containsString("first.png")), containsString("second.png"))));
    }

    @Test
    @DisplayName("R5 A program under an image's name is refused by its content, and a sixth file; the others are kept")
    void badFiles() throws Exception {
        pages.perform(valid("CHECK").file(file("photo.png"))
                .file(new MockMultipartFile("files", "virus.png", "image/png", "MZ this is a program".getBytes()))
                .param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("virus.png"), containsString("photo.png"))))
            .andExpect(content().string(containsString("محتوای فایل بررسی می‌شود")));
        MockMultipartHttpServletRequestBuilder six = valid("CHECK");
        for (int i = 1; i <= 6; i++) {
            six.file(file(i + ".png"));
        }
        pages.perform(six.param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(allOf(containsString("6.png"), containsString("پنج فایل"))));
    }

    @Test
    @DisplayName("R5 A site without a seal, a text that is no address, a wrong amount or date are told apart, also in English")
    void badInput() throws Exception {
        for (String step : List.of("CHECK", "FILE")) {
            pages.perform(valid(step).param("site", "unknown-shop.example").with(signedIn(consumer)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("برای این نشانی نمادی صادر نشده است")))
                .andExpect(content().string(containsString("value=\"unknown-shop.example\"")));
        }
        pages.perform(valid("CHECK").param("site", "فروشگاه سر کوچه").param("lang", "en").with(signedIn(consumer))
                .with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("This is not the address of a website")));
        pages.perform(valid("FILE").param("site", seal.domain()).param("paymentDate", "1450/01/01")
                .param("paymentAmount", "زیاد").with(signedIn(consumer)).with(csrf()))
            .andExpect(status().isUnprocessableEntity())
            .andExpect(content().string(containsString("نباید در آینده باشد")))
            .andExpect(content().string(containsString("تنها با رقم")));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1250.50", "۱۲۵۰٫۵۰", "1234567890123456", "99999999999999999999"})
    @DisplayName("R5 An amount with a fraction, or larger than any payment, is refused kindly and the form kept, also when it is filed")
    void wrongAmount(String amount) throws Exception {
        for (String step : List.of("CHECK", "FILE")) {
            pages.perform(valid(step).param("site", seal.domain()).param("paymentAmount", amount)
                    .with(signedIn(consumer)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("بی‌اعشار و حداکثر ۱۵ رقم")))
                .andExpect(content().string(containsString("value=\"" + amount + "\"")));
        }
        pages.perform(valid("FILE").param("site", seal.domain()).param("paymentAmount", "۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹")
            .with(signedIn(consumer)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(complaints.filedBy(consumer.id())).singleElement()
            .satisfies(filed -> assertThat(filed.payment().amount()).isEqualTo(999_999_999_999_999L));
    }

    @Test
    @DisplayName("R4 A second complaint about the same site on the same day is refused kindly, the form kept; another site is fine")
    void secondOfTheDay() throws Exception {
        pages.perform(valid("FILE").param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection());
        for (String step : List.of("CHECK", "FILE")) {
            pages.perform(valid(step).param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("هر نفر در هر روز")))
                .andExpect(content().string(containsString("value=\"F-77\"")));
        }
        assertThat(complaints.filedBy(consumer.id())).hasSize(1);

        Seal other = data.issuedSeal();
        pages.perform(valid("FILE").param("site", other.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection());
        travel.by(Duration.ofDays(1));
        pages.perform(valid("FILE").param("site", seal.domain()).with(signedIn(consumer)).with(csrf()))
            .andExpect(status().is3xxRedirection());
        assertThat(complaints.filedBy(consumer.id())).hasSize(3);
    }

    @Test
    @DisplayName("R5 What was typed when the session was over waits for its writer to sign in, and for nobody else")
    void sessionOver() throws Exception {
        MvcResult page = pages.perform(get("/complaints/new").with(signedIn(consumer))).andReturn();
        MockHttpSession browser = typedWhileSignedOut(hidden(page, "writer"));
        pages.perform(get("/complaints/new?typed").session(browser).with(signedIn(consumer)))
            .andExpect(content().string(containsString("value=\"F-77\"")))
            .andExpect(content().string(containsString("زمان نشست شما تمام شده بود")));
        pages.perform(get("/complaints/new").session(browser).with(signedIn(consumer)))
            .andExpect(content().string(not(containsString("value=\"F-77\""))));

        MockHttpSession shared = typedWhileSignedOut(hidden(page, "writer"));
        pages.perform(get("/complaints/new?typed").session(shared).with(signedIn(data.person())))
            .andExpect(content().string(not(containsString("value=\"F-77\""))));
        assertThat(complaints.filedBy(consumer.id())).isEmpty();
    }

    private MockHttpSession typedWhileSignedOut(String writer) throws Exception {
        return (MockHttpSession) pages.perform(valid("FILE").param("site", seal.domain()).param("writer", writer)
                .param("page", "/complaints/new").with(csrf())).andExpect(redirectedUrl("/sign-in?next=/complaints/new?typed&over"))
            .andReturn().getRequest().getSession();
    }

    @Test
    @DisplayName("R5 A kept file is shown to the one who sent it and to nobody else")
    void keptFilesArePrivate() throws Exception {
        MvcResult preview = pages.perform(valid("CHECK").file(file("photo.png")).param("site", seal.domain())
            .with(signedIn(consumer)).with(csrf())).andReturn();
        String image = Jsoup.parse(preview.getResponse().getContentAsString()).select(".gallery img").attr("src");
        pages.perform(get(image).with(signedIn(consumer))).andExpect(content().bytes(PNG));
        pages.perform(get(image).with(signedIn(data.person()))).andExpect(status().isNotFound());
        pages.perform(get(image)).andExpect(redirectedUrl("/sign-in"));
    }

    private static MockMultipartHttpServletRequestBuilder form(String step) {
        MockMultipartHttpServletRequestBuilder form = multipart("/complaints/new");
        form.param("step", step);
        return form;
    }

    private static MockMultipartHttpServletRequestBuilder valid(String step) {
        MockMultipartHttpServletRequestBuilder form = form(step);
        form.param("invoiceNumber", "F-77").param("reason", "OTHER").param("description", "شرح");
        return form;
    }
}
