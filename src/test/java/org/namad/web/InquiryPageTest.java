package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.party.Business;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class InquiryPageTest {

    private static final String EXACT = "section.card";
    private static final String FOUND = "table.data td:first-child a";

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    SealRegister register;
    @Autowired
    JdbcTemplate database;

    @Test
    @DisplayName("R28 A search is narrowed down by status, stars, province and activity; the page keeps what was chosen")
    void filters() throws Exception {
        Seal company = issued("دریاکنار نیلگون", data.company(), "food");
        Seal suspended = issued("دریاکنار نیلگون", data.business(), "clothing");
        register.suspend(suspended.id(), "آزمایش");
        assertThat(ids(page(inquiry("دریاکنار")))).containsExactlyInAnyOrder(company.id(), suspended.id());

        Element bySeveral = page(inquiry("دریاکنار").param("status", "ACTIVE").param("province", "اصفهان")
            .param("activity", "food"));
        assertThat(ids(bySeveral)).containsExactly(company.id());
        assertThat(bySeveral.selectFirst("details.filters").hasAttr("open")).isTrue();
        assertThat(bySeveral.select("#status option[selected]").eachAttr("value")).containsExactly("ACTIVE");
        assertThat(bySeveral.select("#province option[selected]").eachAttr("value")).containsExactly("اصفهان");
        assertThat(bySeveral.select("#activity option[selected]").eachAttr("value")).containsExactly("food");

        assertThat(ids(page(inquiry("دریاکنار").param("status", "SUSPENDED")))).containsExactly(suspended.id());
        assertThat(ids(page(inquiry("دریاکنار").param("province", "یزد")))).isEmpty();
        database.update("update seal set stars = 4, changed_at = dateadd(second, 1, changed_at) where id = ?", company.id());
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
            assertThat(ids(page(inquiry("دریاکنار").param("stars", "۳")))).containsExactly(company.id()));
        assertThat(page(inquiry("دریاکنار").param("stars", "3")).select("#stars option[selected]").eachAttr("value"))
            .containsExactly("3");
    }

    @Test
    @DisplayName("R28 What was found comes twenty at a time; the links to the pages before and behind keep what was asked")
    void pages() throws Exception {
        for (int i = 0; i < 21; i++) {
            issued("سوهان‌پزی کندوان", data.business(), "food");
        }
        Element first = page(inquiry("سوهان پزی کندوان").param("activity", "food"));
        assertThat(ids(first)).hasSize(20);
        assertThat(first.text()).contains("۲۱ فروشگاه");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        Element second = page(get(URI.create(first.selectFirst("a[rel=next]").attr("href"))));
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("#activity option[selected]").eachAttr("value")).containsExactly("food");
        assertThat(ids(page(get(URI.create(second.selectFirst("a[rel=prev]").attr("href")))))).isEqualTo(ids(first));
    }

    @Test
    @DisplayName("R28 The seal of the very site stands on the first page only, and says so where it is not what was narrowed down to")
    void exact() throws Exception {
        Seal seal = issued("فروشگاه", data.business(), "clothing");
        assertThat(page(inquiry(seal.domain()).param("activity", "clothing")).select(EXACT).text())
            .contains(seal.domain()).doesNotContain("محدوده");
        assertThat(page(inquiry(seal.domain()).param("activity", "food")).select(EXACT).text())
            .contains(seal.domain(), "در محدوده‌ای که برگزیده‌اید نیست");
        Element second = page(inquiry(seal.domain()).param("page", "1"));
        assertThat(second.select(EXACT)).isEmpty();
        assertThat(second.text()).doesNotContain("نمادی صادر نشده است");
    }

    @ParameterizedTest
    @CsvSource({"fa, '', دست‌کم دو حرف بنویسید", "en, '', at least two letters", "fa, food, دست‌کم دو حرف بنویسید"})
    @DisplayName("R28 Who types one letter is told that two are needed, with filters, too")
    void oneLetter(String language, String activity, String told) throws Exception {
        Element page = page(inquiry("ک").param("activity", activity).param("lang", language));
        assertThat(page.select("p.notice.warning").text()).contains(told);
        assertThat(page.selectFirst("#q").attr("value")).isEqualTo("ک");
        assertThat(page(inquiry("").param("activity", activity)).select("p.notice.warning")).isEmpty();
    }

    @Test
    @DisplayName("R28 N15 A Persian address is shown as it is written, and found however it is typed")
    void persianLetters() throws Exception {
        String domain = Domains.of("ترمه‌سرا" + data.issuedSeal().id() + ".example").orElseThrow();
        data.issuedSeal(data.business(), domain);
        for (String typed : new String[] {domain, Domains.shown(domain), "https://www." + Domains.shown(domain) + "/خرید"}) {
            Element page = page(inquiry(typed));
            assertThat(page.select(EXACT + " dd").text()).contains(Domains.shown(domain));
            assertThat(page.select("main").text()).doesNotContain("xn--");
        }
        assertThat(page(inquiry("m." + domain)).select(EXACT).text()).contains("m." + Domains.shown(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @DisplayName("R28 An inquiry without end is answered, too")
    void endless(String between) throws Exception {
        String letters = IntStream.range(0, 3000).mapToObj(i -> Integer.toString(i * 7919 % 46656, 36))
            .collect(Collectors.joining(between));
        assertThat(page(inquiry(letters)).select("#q")).hasSize(1);
    }

    private Seal issued(String title, Business business, String activity) {
        String domain = TestData.domain();
        Seal seal = register.prepare(business, title, domain, "http://" + domain + "/", activity);
        register.issue(seal.id(), Period.ofYears(2));
        return seal;
    }

    private static MockHttpServletRequestBuilder inquiry(String asked) {
        return get("/inquiry").param("q", asked);
    }

    private Element page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(http.perform(request).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString(StandardCharsets.UTF_8)).body();
    }

    private static List<Long> ids(Element page) {
        return page.select(FOUND).eachAttr("href").stream()
            .map(profile -> Long.valueOf(profile.replaceAll(".*[?&]id=(\\d+).*", "$1"))).toList();
    }
}
