package org.namad.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
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
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.demo.simulators.Simulators;
import org.namad.demo.simulators.ZarinPalSimulator;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

@NamadTest
class PaymentsTest {

    private static final AtomicLong CASES = new AtomicLong(1);
    private static final List<InvoiceItem> ITEMS = List.of(new InvoiceItem("payment.invoice.item", 175_000),
        new InvoiceItem("payment.invoice.amount", 25_000));

    @Autowired
    TestData data;
    @Autowired
    Payments payments;
    @Autowired
    UnsettledPayments unsettledPayments;
    @Autowired
    Simulators simulators;
    @Autowired
    PaidInvoices paidInvoices;
    @Autowired
    NamadClock clock;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    MockMvc http;

    @AfterEach
    void gatewayIsUp() {
        simulators.zarinPal().down(false);
        simulators.zarinPal().garbled(false);
    }

    @Test
    @DisplayName("R14 An invoice is opened once per case and shown, item by item, to its payer only")
    void opened() throws Exception {
        Person payer = data.person();
        Invoice invoice = open(payer);
        assertThat(invoice.totalToman()).isEqualTo(200_000);
        assertThat(payments.open(invoice.caseKey(), List.of(new InvoiceItem("payment.invoice.item", 1)), payer.id(), null)
            .invoiceNumber()).isEqualTo(invoice.invoiceNumber());
        http.perform(get("/payments/" + invoice.invoiceNumber()).with(signedIn(payer)))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("۱۷۵٬۰۰۰ تومان")))
            .andExpect(content().string(containsString("۲۰۰٬۰۰۰ تومان")));
        http.perform(get("/payments/" + invoice.invoiceNumber()).param("lang", "en").with(signedIn(payer)))
            .andExpect(content().string(containsString("200,000 toman")));
        http.perform(get("/payments/" + invoice.invoiceNumber()).with(signedIn(data.person())))
            .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("R14 A payer pays at the gateway, comes back, and finds the receipt")
    void paid() throws Exception {
        Person payer = data.person();
        Invoice invoice = open(payer);
        String startPage = http.perform(post("/payments/" + invoice.invoiceNumber() + "/pay").with(signedIn(payer))
                .with(csrf()))
            .andExpect(redirectedUrlStartingWith(simulators.url() + "/pg/StartPay/"))
            .andReturn().getResponse().getRedirectedUrl();
        comeBack(simulators.zarinPal().pay(startPage))
            .andExpect(redirectedUrl("/payments/" + invoice.invoiceNumber()))
            .andExpect(flash().attributeExists("message"));
        Invoice paid = payments.of(invoice.caseKey()).orElseThrow();
        assertThat(paid.status()).isEqualTo(Invoice.Status.PAID);
        assertThat(paidInvoices.of(invoice)).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo(invoice.caseKey());
            assertThat(event.paidAt()).isEqualTo(paid.paidAt());
        });
        http.perform(get("/payments/" + invoice.invoiceNumber()).with(signedIn(payer)))
            .andExpect(content().string(containsString(TestData.persian(paid.refId()))))
            .andExpect(content().string(containsString("۶۰۳۷۹۹******۱۲۳۴")));
    }

    @Test
    @DisplayName("R14 A replayed callback changes nothing, whatever status it claims")
    void replayed() throws Exception {
        Invoice invoice = open(data.person());
        String callback = simulators.zarinPal().pay(start(invoice));
        comeBack(callback);
        Invoice before = payments.of(invoice.caseKey()).orElseThrow();
        comeBack(callback).andExpect(redirectedUrl("/payments/" + invoice.invoiceNumber()));
        comeBack(callback.replace("Status=OK", "Status=NOK"))
            .andExpect(redirectedUrl("/payments/" + invoice.invoiceNumber()));
        assertThat(payments.of(invoice.caseKey()).orElseThrow()).usingRecursiveComparison().isEqualTo(before);
        assertThat(paidInvoices.of(invoice)).hasSize(1);
    }

    @Test
    @DisplayName("R14 Callbacks that come at the same time pay once")
    void concurrent() {
        Invoice invoice = open(data.person());
        String startPage = start(invoice);
        simulators.zarinPal().pay(startPage);
        CompletableFuture.allOf(IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.runAsync(() -> payments.settle(authority(startPage))))
            .toArray(CompletableFuture[]::new)).join();
        assertThat(paidInvoices.of(invoice)).hasSize(1);
    }

    @Test
    @DisplayName("R14 A forged callback pays nothing: neither an unknown payment nor one that was not made")
    void forged() throws Exception {
        Invoice invoice = open(data.person());
        String startPage = start(invoice);
        comeBack("/payments/callback?Authority=" + authority(startPage) + "&Status=OK")
            .andExpect(flash().attributeExists("problem"));
        comeBack("/payments/callback?Authority=S00000000000000000000000000000000001&Status=OK")
            .andExpect(status().isNotFound())
            .andExpect(content().string(containsString("پرداخت پیدا نشد")));
        comeBack("/payments/callback").andExpect(status().isNotFound());
        assertThat(payments.of(invoice.caseKey()).orElseThrow().status()).isEqualTo(Invoice.Status.OPEN);
        comeBack(simulators.zarinPal().pay(startPage)).andExpect(flash().attributeExists("message"));
        assertThat(paidInvoices.of(invoice)).hasSize(1);
    }

    @Test
    @DisplayName("R14 A payer who cancels may try again, on a new page of the gateway")
    void cancelled() throws Exception {
        Invoice invoice = open(data.person());
        String first = start(invoice);
        comeBack(simulators.zarinPal().cancel(first)).andExpect(flash().attributeExists("problem"));
        assertThat(payments.of(invoice.caseKey()).orElseThrow().status()).isEqualTo(Invoice.Status.OPEN);
        String second = start(invoice);
        assertThat(second).isNotEqualTo(first);
        assertThat(start(invoice)).as("while it may still be paid").isEqualTo(second);
    }

    @Test
    @DisplayName("R14 A gateway that holds another amount is not believed")
    void amountMismatch() throws Exception {
        Invoice invoice = open(data.person());
        String startPage = start(invoice);
        String callback = simulators.zarinPal().pay(startPage);
        jdbc.update("update payment_attempt set amount_rial = 9000000 where authority = ?", authority(startPage));
        assertThat(catchThrowable(() -> payments.settle(authority(startPage))))
            .isInstanceOfSatisfying(GatewayRefused.class, refused -> assertThat(refused.code()).isEqualTo(-50));
        comeBack(callback).andExpect(redirectedUrl("/payments/" + invoice.invoiceNumber()))
            .andExpect(flash().attributeExists("problem"));
        assertThat(paidInvoices.of(invoice)).isEmpty();
    }

    @Test
    @DisplayName("R14 While the gateway is down the payer is told so, and nothing is lost")
    void gatewayDown() throws Exception {
        Person payer = data.person();
        Invoice invoice = open(payer);
        String callback = simulators.zarinPal().pay(start(invoice));
        simulators.zarinPal().down(true);
        comeBack(callback).andExpect(flash().attribute("problem", startsWith("درگاه پرداخت اکنون پاسخ نمی‌دهد")));
        http.perform(post("/payments/" + invoice.invoiceNumber() + "/pay").with(signedIn(payer)).with(csrf()))
            .andExpect(redirectedUrl("/payments/" + invoice.invoiceNumber()))
            .andExpect(flash().attributeExists("problem"));
        simulators.zarinPal().down(false);
        http.perform(post("/payments/" + invoice.invoiceNumber() + "/check").with(signedIn(payer)).with(csrf()))
            .andExpect(flash().attributeExists("message"));
        assertThat(paidInvoices.of(invoice)).hasSize(1);
    }

    @Test
    @DisplayName("R14 A gateway that answers nonsense confirms nothing and refuses nothing: the payer is told to try again")
    void gatewayGarbled() throws Exception {
        Person payer = data.person();
        Invoice invoice = open(payer);
        String callback = simulators.zarinPal().pay(start(invoice));
        simulators.zarinPal().garbled(true);
        for (String answer : ZarinPalSimulator.GARBLED) {
            comeBack(callback).andExpect(flash().attribute("problem", startsWith("درگاه پرداخت اکنون پاسخ نمی‌دهد")));
            assertThat(paidInvoices.of(invoice)).as(answer).isEmpty();
        }
        Invoice other = open(payer);
        for (String answer : ZarinPalSimulator.GARBLED) {
            http.perform(post("/payments/" + other.invoiceNumber() + "/pay").with(signedIn(payer)).with(csrf()))
                .andExpect(redirectedUrl("/payments/" + other.invoiceNumber()))
                .andExpect(flash().attribute("problem", startsWith("درگاه پرداخت اکنون پاسخ نمی‌دهد")));
        }
        assertThat(jdbc.queryForList("select id from payment_attempt where invoice_id = ?", other.id()))
            .as("visits to a gateway that named no payment").isEmpty();
        simulators.zarinPal().garbled(false);
        comeBack(callback).andExpect(flash().attributeExists("message"));
        assertThat(paidInvoices.of(invoice)).hasSize(1);
    }

    @Test
    @DisplayName("R14 A payer who closed the browser is not charged again, and needs not come back at all")
    void browserClosed() {
        Invoice invoice = open(data.person());
        simulators.zarinPal().pay(start(invoice));
        assertThat(payments.pay(invoice.invoiceNumber(), invoice.payerId(), "again")).isEmpty();
        assertThat(paidInvoices.of(invoice)).hasSize(1);

        Invoice other = open(data.person());
        simulators.zarinPal().pay(start(other));
        clock.moveBy(Duration.ofMinutes(3));
        unsettledPayments.settle();
        assertThat(paidInvoices.of(other)).hasSize(1);
    }

    @Test
    @DisplayName("R14 A payment that its case does not take is kept, and holds up no other")
    void notTaken() {
        Invoice stuck = open(data.person());
        Invoice other = open(data.person());
        paidInvoices.takes(stuck, false);
        simulators.zarinPal().pay(start(stuck));
        simulators.zarinPal().pay(start(other));
        clock.moveBy(Duration.ofMinutes(3));
        unsettledPayments.settle();
        assertThat(paidInvoices.of(other)).hasSize(1);
        assertThat(payments.of(stuck.caseKey()).orElseThrow().status()).isEqualTo(Invoice.Status.OPEN);

        paidInvoices.takes(stuck, true);
        unsettledPayments.settle();
        assertThat(paidInvoices.of(stuck)).hasSize(1);
    }

    @Test
    @DisplayName("R14 What was paid for a case that is over is marked for paying back")
    void surplus() {
        Invoice invoice = open(data.person());
        String startPage = start(invoice);
        payments.cancel(invoice.caseKey());
        simulators.zarinPal().pay(startPage);
        assertThat(payments.settle(authority(startPage)).status()).isEqualTo(Invoice.Status.CANCELLED);
        assertThat(jdbc.queryForObject("select status from payment_attempt where authority = ?", String.class,
            authority(startPage))).isEqualTo("SURPLUS");
        assertThat(paidInvoices.of(invoice)).isEmpty();
        assertThat(payments.pay(invoice.invoiceNumber(), invoice.payerId(), "again")).isEmpty();
    }

    @Test
    @DisplayName("R14 Nobody pays for somebody else, and an invoice has amounts")
    void refused() {
        Invoice invoice = open(data.person());
        long other = data.person().id();
        assertThatThrownBy(() -> payments.pay(invoice.invoiceNumber(), other, "fee"))
            .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> payments.open(newCase(), List.of(), other, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private Invoice open(Person payer) {
        return payments.open(newCase(), ITEMS, payer.id(), null);
    }

    private static CaseKey newCase() {
        return new CaseKey("payment-test", CASES.getAndIncrement());
    }

    private String start(Invoice invoice) {
        return payments.pay(invoice.invoiceNumber(), invoice.payerId(), "fee").map(URI::toString).orElseThrow();
    }

    private static String authority(String startPage) {
        return startPage.substring(startPage.lastIndexOf('/') + 1);
    }

    private org.springframework.test.web.servlet.ResultActions comeBack(String callback) throws Exception {
        URI uri = URI.create(callback);
        return http.perform(get(UriComponentsBuilder.fromPath(uri.getPath()).query(uri.getQuery()).build().toUri()));
    }

    private static org.springframework.test.web.servlet.ResultMatcher redirectedUrlStartingWith(String prefix) {
        return result -> assertThat(result.getResponse().getRedirectedUrl()).startsWith(prefix);
    }

    private static RequestPostProcessor signedIn(Person person) {
        return authentication(new UsernamePasswordAuthenticationToken(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }
}
