package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Period;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.seal.Domains;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class OriginTest {

    private static final String ALARM = ".notice.error[role=alert]";

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Value("${namad.base-url}")
    String baseUrl;

    @Autowired
    SealRegister register;

    private Seal seal;

    @BeforeEach
    void issue() {
        seal = data.issuedSeal();
    }

    @ParameterizedTest
    @CsvSource({
        "fa, https://copycat.example/, copycat.example, شما از اینجا آمده‌اید, این نماد برای این دامنه صادر شده است, به آن تکیه نکنید",
        "en, https://copycat.example/, copycat.example, You came from, This seal was issued for, do not rely on it",
        "en, http://192.0.2.7:8080/shop, 192.0.2.7, You came from, This seal was issued for, do not rely on it",
    })
    @DisplayName("R16 N4 A visitor from another site reads: you came from X, this seal belongs to Y")
    void elsewhere(String language, String referer, String host, String from, String belongs, String advice)
            throws Exception {
        Element warning = profile(language, referer).selectFirst(ALARM);
        assertThat(warning.text()).contains(from, belongs, advice);
        assertThat(warning.select("bdi").eachText()).containsExactly(host, seal.domain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://%s.copycat.example/", "https://copy-%s/"})
    @DisplayName("N4 A site whose name only contains the seal's domain is another site")
    void similar(String referer) throws Exception {
        assertThat(profile("fa", referer.formatted(seal.domain())).select(ALARM)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fa, https://%s/, این نماد برای همین وب‌گاه صادر شده است",
        "en, https://www.%s/, This seal was issued for that very site",
        "en, https://m.%s:8443/basket?x=1, This address belongs to a domain for which this seal was issued",
        "fa, https://m.%s/, این نشانی زیرمجموعهٔ دامنه‌ای است که این نماد برای آن صادر شده است",
    })
    @DisplayName("N4 A visitor from the seal's own site is told so")
    void ownSite(String language, String referer, String belongs) throws Exception {
        Element page = profile(language, referer.formatted(seal.domain()));
        assertThat(page.select(ALARM)).isEmpty();
        assertThat(page.select(".notice").text()).contains(belongs, seal.domain());
    }

    @ParameterizedTest
    @CsvSource({
        "fa, , این عادی است و نشانه جعل نیست",
        "en, , That is common and no sign of forgery",
        "en, android-app://org.example.mail/, That is common and no sign of forgery",
        "en, about:blank, That is common and no sign of forgery",
        "en, https://%%%/, That is common and no sign of forgery",
    })
    @DisplayName("N4 Where the browser does not say where the visitor came from, that is explained without alarm")
    void untold(String language, String referer, String explanation) throws Exception {
        Element page = profile(language, referer);
        assertThat(page.select(ALARM)).isEmpty();
        assertThat(page.select(".notice").text()).contains(explanation, seal.domain());
    }

    @Test
    @DisplayName("N4 A visitor from another page of the platform reads nothing about it")
    void here() throws Exception {
        Element page = profile("fa", baseUrl + "/inquiry?q=shop");
        assertThat(page.select(".notice")).noneMatch(notice -> notice.text().contains("آمده‌اید"));
    }

    @ParameterizedTest
    @CsvSource({"fa, اعتماد صددرصد نیست, ستاره بیشتر یعنی امتیاز بیشتر", "en, not one hundred per cent trust, more stars mean a higher score"})
    @DisplayName("R24 The profile says what the seal and its stars promise, and what they do not")
    void promises(String language, String not, String stars) throws Exception {
        assertThat(profile(language, null).text()).contains(not, stars);
    }

    @Test
    @DisplayName("N4 N15 Addresses in Persian letters are told as they are written")
    void persianLetters() throws Exception {
        String domain = Domains.of("فرش‌سرا" + seal.id() + ".example").orElseThrow();
        seal = register.prepare(data.business(), "فرش‌سرا", domain, "http://" + domain + "/", "home");
        register.issue(seal.id(), Period.ofYears(2));
        Element elsewhere = profile("fa", "https://" + Domains.of("فروشگاه.example").orElseThrow() + "/");
        assertThat(elsewhere.selectFirst(ALARM).select("bdi").eachText())
            .containsExactly("فروشگاه.example", Domains.shown(domain));
        assertThat(elsewhere.text()).doesNotContain("xn--");
        assertThat(profile("fa", "https://" + domain + "/").select(".notice").text())
            .contains("این نماد برای همین وب‌گاه صادر شده است", "فرش‌سرا");
    }

    private Element profile(String language, String referer) throws Exception {
        MockHttpServletRequestBuilder request = get("/profile?id={id}&Code={code}&lang={language}", seal.id(),
            seal.code(), language);
        if (referer != null) {
            request.header(HttpHeaders.REFERER, referer);
        }
        return Jsoup.parse(http.perform(request).andExpect(status().isOk()).andReturn().getResponse()
            .getContentAsString(StandardCharsets.UTF_8)).body();
    }
}
