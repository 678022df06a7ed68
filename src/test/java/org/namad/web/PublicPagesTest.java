package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Period;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@NamadTest
class PublicPagesTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    SealRegister register;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "https://www.%s/shop?x=1", "  WWW.%s  ", "http://user@%s:8080#top"})
    @DisplayName("R28 A site is found by its address in any form")
    void byAddress(String form) throws Exception {
        Seal seal = data.issuedSeal();
        http.perform(get("/inquiry").param("q", form.formatted(seal.domain())))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("/profile?id=" + seal.id() + "&amp;Code=" + seal.code())));
    }

    @Test
    @DisplayName("R28 An address below a domain leads to the seal of that domain, and says so")
    void bySubdomain() throws Exception {
        Seal seal = data.issuedSeal();
        http.perform(get("/inquiry").param("q", "https://m." + seal.domain() + "/product/7"))
            .andExpect(content().string(containsString("/profile?id=" + seal.id() + "&amp;Code=" + seal.code())))
            .andExpect(content().string(containsString("زیرمجموعهٔ دامنه")))
            .andExpect(content().string(not(containsString("نمادی صادر نشده است"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"كتاب‌هاي ۱۲ یاس", "کتاب های ١٢ ياس", "کتابهای12یاس"})
    @DisplayName("N15 A shop is found by its name however letters, digits and half-spaces are typed")
    void byName(String typed) throws Exception {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), "کتاب‌های ۱۲ یاس " + domain, domain, "http://" + domain + "/",
            "books");
        http.perform(get("/inquiry").param("q", typed)).andExpect(content().string(not(containsString(domain))));
        register.issue(seal.id(), Period.ofYears(2));
        http.perform(get("/inquiry").param("q", typed)).andExpect(content().string(containsString(domain)));
    }

    @Test
    @DisplayName("R28 A site without a seal is said to have none, and a wildcard finds nothing")
    void none() throws Exception {
        http.perform(get("/inquiry").param("q", "https://no-such-shop.example"))
            .andExpect(content().string(containsString("برای این نشانی نمادی صادر نشده است")));
        http.perform(get("/inquiry").param("q", "%%%"))
            .andExpect(content().string(not(containsString("/profile?id="))));
    }

    @Test
    @DisplayName("R3 The two indicators stand first on the profile")
    void indicatorsFirst() throws Exception {
        String page = profile(data.issuedSeal()).getContentAsString();
        assertThat(page.indexOf("id=\"unanswered\"")).isPositive()
            .isLessThan(page.indexOf("id=\"delay\""));
        assertThat(page.indexOf("id=\"delay\"")).isLessThan(page.indexOf("<dl"));
    }

    @Test
    @DisplayName("R17 The profile tells whose shop it is: holder, domain, licence, place")
    void holder() throws Exception {
        Seal seal = data.issuedSeal();
        register.license(seal.id(), "401-7");
        assertThat(profile(seal).getContentAsString()).contains(seal.business().name(), seal.domain(), "۴۰۱-۷",
            seal.business().city());
    }

    @Test
    @DisplayName("R26 The profile of a suspended seal says so and why")
    void suspended() throws Exception {
        Seal seal = data.issuedSeal();
        register.suspend(seal.id(), "<b>کالا</b> متفاوت بود");
        assertThat(profile(seal).getContentAsString())
            .contains("این نماد تعلیق شده است", "&lt;b&gt;کالا&lt;/b&gt;");
    }

    @Test
    @DisplayName("R16 A number and code of no seal get a clear page, not a profile")
    void unknown() throws Exception {
        http.perform(get("/profile?id=1&Code=nonsense")).andExpect(status().isNotFound())
            .andExpect(content().string(containsString("چنین نمادی نداریم")));
        http.perform(get("/profile")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("Pages are Persian, or English when asked, and remember it")
    void languages() throws Exception {
        http.perform(get("/")).andExpect(content().string(containsString("lang=\"fa\" dir=\"rtl\"")));
        var cookie = http.perform(get("/?lang=en")).andExpect(content().string(containsString("lang=\"en\" dir=\"ltr\"")))
            .andReturn().getResponse().getCookie("namad-language");
        http.perform(get("/").cookie(cookie)).andExpect(content().string(containsString("Know the shop")));
        http.perform(get("/?lang=de")).andExpect(content().string(containsString("lang=\"fa\"")));
    }

    private MockHttpServletResponse profile(Seal seal) throws Exception {
        return http.perform(at(seal)).andExpect(status().isOk()).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder at(Seal seal) {
        return get("/profile?id={id}&Code={code}", seal.id(), seal.code());
    }
}
