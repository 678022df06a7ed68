package org.namad.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.Papers;
import org.namad.TestData;
import org.namad.casefile.CaseKey;
import org.namad.demo.simulators.Simulators;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.payment.Invoice;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class PaymentsPageTest {

    private static final AtomicLong CASES = new AtomicLong(1);

    @Autowired
    MockMvc http;
    @Autowired
    Payments payments;
    @Autowired
    Simulators simulators;
    @Autowired
    TestData data;

    @Test
    @DisplayName("R14 A person finds all their invoices, the latest first, with state and reference; a receipt of paid ones")
    void list() throws Exception {
        Person payer = data.person();
        assertThat(page(payer, "/panel/payments").select("table")).isEmpty();
        Invoice paid = paid(payer);
        Invoice open = open(payer);
        Invoice cancelled = open(payer);
        payments.cancel(cancelled.caseKey());
        open(data.person());

        Document page = page(payer, "/panel/payments");
        assertThat(page.select("tbody tr td:first-child a").eachText())
            .containsExactly(TestData.persian(cancelled.invoiceNumber()), TestData.persian(open.invoiceNumber()),
                TestData.persian(paid.invoiceNumber()));
        assertThat(page.select("tbody .status").eachText()).containsExactly("لغوشده", "در انتظار پرداخت", "پرداخت‌شده");
        assertThat(page.select("tbody tr:last-child").text()).contains(TestData.persian(paid.refId()), "۲۰۰٬۰۰۰ تومان", "صدور نماد برای دو سال");
        assertThat(page.select("a[href$=receipt.pdf]").eachAttr("href")).containsExactly(receiptOf(paid));
        for (int i = 0; i < 18; i++) {
            open(payer);
        }
        assertThat(page(payer, "/panel/payments").select("tbody tr")).hasSize(20);
        assertThat(page(payer, page(payer, "/panel/payments").select("a[rel=next]").attr("href")).select("tbody tr"))
            .hasSize(1);
    }

    @Test
    @DisplayName("R14 The receipt is a PDF in either language: items, total in figures and words, date, payer, reference")
    void receipt() throws Exception {
        Person payer = data.person();
        Invoice paid = paid(payer);
        String persian = Papers.read(file(payer, receiptOf(paid) + "?lang=fa"), "receipt-fa");
        assertThat(persian).contains("رسید پرداخت", "۱۷۵٬۰۰۰", "۲۰۰٬۰۰۰", "دویست هزار تومان",
            payer.fullName(), payer.nationalId().value(), paid.refId(), paid.invoiceNumber());
        String english = Papers.read(file(payer, receiptOf(paid) + "?lang=en"), "receipt-en");
        assertThat(english).contains("Receipt", "175,000 toman", "two hundred thousand toman", paid.refId());
    }

    @Test
    @DisplayName("R14 There is no receipt before payment, and none for anybody but the payer")
    void noReceipt() throws Exception {
        Person payer = data.person();
        open(payer, receiptOf(open(payer))).andExpect(status().isNotFound());
        open(data.person(), receiptOf(paid(payer))).andExpect(status().isNotFound());
        open(payer, "/payments/nothing/receipt.pdf").andExpect(status().isNotFound());
    }

    private Invoice open(Person payer) {
        return payments.open(new CaseKey("payments-page-test", CASES.getAndIncrement()), List.of(
            new InvoiceItem("issuance.fee.base", 175_000), new InvoiceItem("issuance.fee.postal-validation", 25_000)), payer.id(), null);
    }

    private Invoice paid(Person payer) {
        Invoice invoice = open(payer);
        String startPage = payments.pay(invoice.invoiceNumber(), payer.id(), "fee").map(URI::toString).orElseThrow();
        simulators.zarinPal().pay(startPage);
        return payments.check(invoice.invoiceNumber(), payer.id());
    }

    private static String receiptOf(Invoice invoice) {
        return "/payments/" + invoice.invoiceNumber() + "/receipt.pdf";
    }

    private Document page(Person reader, String address) throws Exception {
        return Jsoup.parse(open(reader, address).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString());
    }

    private byte[] file(Person reader, String address) throws Exception {
        return open(reader, address).andExpect(status().isOk())
            .andExpect(content().contentType(MediaType.APPLICATION_PDF))
            .andExpect(header().string("Cache-Control", "no-cache, private"))
            .andReturn().getResponse().getContentAsByteArray();
    }

    private ResultActions open(Person reader, String address) throws Exception {
        return http.perform(get(address)
            .with(authentication(new UsernamePasswordAuthenticationToken(
                new SignedIn(reader.id(), reader.nationalId().value(), reader.fullName()), null,
                AuthorityUtils.createAuthorityList("ROLE_PARTY")))));
    }
}
