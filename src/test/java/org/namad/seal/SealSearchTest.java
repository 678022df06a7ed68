package org.namad.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.party.Business;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@NamadTest
class SealSearchTest {

    @Autowired
    SealSearch search;
    @Autowired
    SealRegister register;
    @Autowired
    TestData data;
    @Autowired
    NamadClock clock;
    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"گلستان پارچه", "گلستان پارچة", "گلستان‌پارچه", "گلستانپارچه", "گلست", "پارچه گلستان",
        "گلسنان پارچه", "گلستان پارچ", "گلستان بارچه"})
    @DisplayName("N15 R28 A name is found folded, without blanks, by its beginning, in another order and with a slip")
    void names(String typed) {
        Seal seal = issued("گلستان پارچه");
        assertThat(found(typed)).contains(seal.id());
        issuedSealIsForgotten(seal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"golpar", "golparche", "golparcheh-online", "golparchh-online.example", "parcheh-onl"})
    @DisplayName("R28 An address is found by a part of it and with a slip")
    void addresses(String typed) {
        Seal seal = register.prepare(data.business(), "فروشگاه", "golparcheh-online.example",
            "http://golparcheh-online.example/", "clothing");
        register.issue(seal.id(), Period.ofYears(2));
        assertThat(found(typed)).contains(seal.id());
        issuedSealIsForgotten(seal);
    }

    @Test
    @DisplayName("R28 What fits exactly comes before what is only alike")
    void order() {
        Seal alike = issued("کفش سپیدار شمال");
        Seal begins = issued("کفش سپیدار");
        Seal exact = issued("سپیدار");
        assertThat(found("سپیدار").indexOf(exact.id())).isZero();
        assertThat(found("کفش سپیدار")).startsWith(begins.id(), alike.id());
    }

    @Test
    @DisplayName("R28 A search can be narrowed down by status, stars, province and line of business")
    void filters() {
        Business business = data.business();
        jdbc.update("update business set province = 'كهگيلويه و بویراحمد' where id = ?", business.id());
        String domain = TestData.domain();
        Seal seal = register.prepare(business, "پالایش نگین", domain, "http://" + domain + "/", "jewellery");
        register.issue(seal.id(), Period.ofYears(2));
        Seal other = issued("پالایش نگین");
        assertThat(found(new SealQuery("پالایش نگین", null, 0, "", ""))).contains(seal.id(), other.id());
        assertThat(found(new SealQuery("پالایش", null, 0, "", "jewellery"))).contains(seal.id())
            .doesNotContain(other.id());
        assertThat(found(new SealQuery("", null, 0, "کهگیلویه و بویراحمد", ""))).contains(seal.id())
            .doesNotContain(other.id());
        register.suspend(other.id(), "reason");
        assertThat(found(new SealQuery("پالایش", SealStatus.SUSPENDED, 0, "", ""))).containsExactly(other.id());
        jdbc.update("update seal set stars = 3, changed_at = dateadd(second, 1, changed_at) where id = ?", seal.id());
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() ->
            assertThat(found(new SealQuery("پالایش", null, 3, "", ""))).containsExactly(seal.id()));
        assertThat(found(new SealQuery("پالایش", null, 4, "", ""))).isEmpty();
    }

    @Test
    @DisplayName("R21 A seal is found as expired from the moment of its end")
    void expiry() {
        Seal seal = issued("آبگینه فروشی کهن");
        assertThat(found(new SealQuery("آبگینه", SealStatus.ACTIVE, 0, "", ""))).containsExactly(seal.id());
        clock.moveTo(register.get(seal.id()).expiresAt().plusSeconds(1));
        assertThat(found(new SealQuery("آبگینه", SealStatus.ACTIVE, 0, "", ""))).isEmpty();
        assertThat(found(new SealQuery("آبگینه", SealStatus.EXPIRED, 0, "", ""))).containsExactly(seal.id());
    }

    @Test
    @DisplayName("R28 Seals that are not issued yet are not found, renamed ones by their new name only")
    void changes() {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), "زعفران طلایی", domain, "http://" + domain + "/", "food");
        assertThat(found("زعفران طلایی")).doesNotContain(seal.id());
        register.issue(seal.id(), Period.ofYears(2));
        assertThat(found("زعفران طلایی")).contains(seal.id());
        register.retitle(seal.id(), "خرمای مجنون");
        assertThat(found("خرمای مجنون")).contains(seal.id());
        assertThat(found("زعفران طلایی")).doesNotContain(seal.id());
    }

    @Test
    @DisplayName("R28 What was found comes in pages without gaps or doubles")
    void pages() {
        for (int i = 0; i < 5; i++) {
            issued("چینی تقدیس");
        }
        SealQuery query = new SealQuery("چینی تقدیس", null, 0, "", "");
        List<Long> all = search.find(query, 0, 5).seals().stream().map(Seal::id).toList();
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(search.find(query, 0, 2).seals().stream().map(Seal::id)).isEqualTo(all.subList(0, 2));
        assertThat(search.find(query, 1, 2).seals().stream().map(Seal::id)).isEqualTo(all.subList(2, 4));
        assertThat(search.find(query, 0, 2).total()).isEqualTo(5);
        assertThat(search.find(query, 7, 2).seals()).isEmpty();
    }

    private Seal issued(String title) {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), title, domain, "http://" + domain + "/", "clothing");
        register.issue(seal.id(), Period.ofYears(2));
        return seal;
    }

    /** Later cases of the same test are not to find it. */
    private void issuedSealIsForgotten(Seal seal) {
        register.retitle(seal.id(), "بی‌نام");
        jdbc.update("update seal set domain = ? where id = ?", TestData.domain(), seal.id());
    }

    private List<Long> found(String text) {
        return found(new SealQuery(text, null, 0, "", ""));
    }

    private List<Long> found(SealQuery query) {
        return search.find(query, 0, 20).seals().stream().map(Seal::id).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"گل‌پرچین.example", "گلپرچین", "گل‌پرچی", "گلبرچین.example", "xn--wgb1bh6tnb8qlh.example"})
    @DisplayName("N15 R28 A Persian address is found by a part of it, with a slip, and in punycode")
    void persianAddresses(String typed) {
        String domain = Domains.of("گلپرچین.example").orElseThrow();
        Seal seal = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        register.issue(seal.id(), Period.ofYears(2));
        assertThat(found(Domains.of(typed).map(Domains::shown).orElse(typed))).contains(seal.id());
        issuedSealIsForgotten(seal);
    }

    @Test
    @DisplayName("R28 However much is asked, what it begins with is looked for")
    void endless() {
        Seal seal = issued("قند پهلو");
        String letters = IntStream.range(0, 3000).mapToObj(i -> Integer.toString(i * 7919 % 46656, 36))
            .collect(Collectors.joining());
        assertThat(found(letters)).doesNotContain(seal.id());
        assertThat(found("قند پهلو " + letters.replaceAll("(.{4})", "$1 "))).contains(seal.id());
    }
}
