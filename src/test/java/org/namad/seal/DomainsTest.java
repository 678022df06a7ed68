package org.namad.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {

    @ParameterizedTest
    @ValueSource(strings = {"shop12.example", "https://www.Shop12.example/basket?x=1#y", "HTTP://SHOP۱۲.EXAMPLE",
        "//shop12.example/a", "http:/shop12.example", "https:shop12.example", "https:///shop12.example",
        "shop12.example:8080/a b", "https://user:pw@shop12.example/", "www.shop12.example.", "https://shop12。example",
        "\u200fhttps://shop12.example/محصول/قالی", "\u2066shop12.example\u2069", "shop12.example،", "«shop12.example»",
        "<https://shop12.example/>", "\"shop12.example\"", "(https://shop12.example)", "https%3A%2F%2Fshop12.example%2Fa",
        "سایت shop12.example است", "فروشگاه: https://shop12.example/a", "info@shop12.example", "view-source:http://shop12.example"})
    @DisplayName("R28 N15 The host is found in whatever is typed or pasted for a site")
    void found(String typed) {
        assertThat(Domains.of(typed)).contains("shop12.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://فروشگاه.example/خرید", "XN--MGBTJ4C7AD63E.example", "فروشگاه.example"})
    @DisplayName("R28 A Persian address is the same in letters and in punycode")
    void persian(String typed) {
        assertThat(Domains.of(typed)).contains(Domains.of("فروشگاه.example").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "فروشگاه گلستان", "کتاب سپید.", "۱۴۰۵/۰۹/۰۱", "192.0.2.7", "http://192.0.2.7/",
        "a.example b.example", "shop", "%%%", "https://", "shop..example", "-.example"})
    @DisplayName("R28 What names no site, or more than one, is none")
    void none(String typed) {
        assertThat(Domains.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/?u=https://shop.example/", "https://shop.example@evil.example/",
        "https://evil.example\\@shop.example/", "https://evil.example#shop.example"})
    @DisplayName("R16 A host elsewhere in an address is not taken for the site")
    void disguised(String typed) {
        assertThat(Domains.of(typed)).contains("evil.example");
    }

    @ParameterizedTest
    @CsvSource({
        "کتاب‌خانه.example, xn--mgbacgw9lh19es68o.example", "کتابخانه.example, xn--mgbacgw9lh19e.example",
        "http://کتاب‌خانه۱.example/, xn--1-ymcadi0a3oi98f707p.example", "نماد‌ها.example, xn--mgbax0gej.example",
        "r3---sn.example, r3---sn.example"})
    @DisplayName("R16 A half-space is part of a name as in browsers, save where they know of none")
    void asInBrowsers(String typed, String host) {
        assertThat(Domains.of(typed)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"فروشگاه.example", "کتاب‌خانه.example", "m.فروشگاه12.example", "آب-نبات.example"})
    @DisplayName("R28 N15 An address in Persian letters is shown as it is written")
    void shown(String site) {
        String ascii = Domains.of(site).orElseThrow();
        assertThat(ascii).contains("xn--");
        assertThat(Domains.shown(ascii)).isEqualTo(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop12.example", "xn--80ak6aa92e.example", "xn--mgbce3h.example", "xn--shop-yzgg.example",
        "xn---shop-cdh3eya9itci15j.example", "xn--bcher-kva.example", "xn--99999999.example"})
    @DisplayName("N15 What may be made to look like another name is shown in punycode: other letters, foreign digits, both scripts")
    void notShown(String ascii) {
        assertThat(Domains.shown(ascii)).isEqualTo(ascii);
    }

    @Test
    @DisplayName("R28 The host is found at the head of the longest address, and in no time")
    void endless() {
        assertThat(Domains.of("https://shop12.example/" + "a.b:".repeat(100_000))).contains("shop12.example");
        assertThat(Domains.of("a.".repeat(100_000))).isEmpty();
    }
}
