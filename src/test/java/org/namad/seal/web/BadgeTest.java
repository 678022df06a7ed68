package org.namad.seal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class BadgeTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    SealRegister register;
    @Autowired
    NamadClock clock;
    @Autowired
    JdbcTemplate jdbc;
    @Value("${namad.base-url}")
    String baseUrl;

    @Test
    @DisplayName("R26 The badge follows suspension, reinstatement and revocation at once")
    void follows() throws Exception {
        Seal seal = data.issuedSeal();
        shows("active", seal.id(), seal.code());
        register.suspend(seal.id(), "reason");
        shows("suspended", seal.id(), seal.code());
        register.reinstate(seal.id());
        shows("active", seal.id(), seal.code());
        register.revoke(seal.id(), "reason");
        shows("revoked", seal.id(), seal.code());
    }

    @Test
    @DisplayName("R21 The badge of a lapsed seal says so from the moment of its end")
    void lapses() throws Exception {
        Seal seal = data.issuedSeal();
        clock.moveTo(register.get(seal.id()).expiresAt().plus(Duration.ofSeconds(1)));
        shows("expired", seal.id(), seal.code());
    }

    @Test
    @DisplayName("R16 A wrong number or code shows that the seal is not genuine")
    void unknown() throws Exception {
        Seal seal = data.issuedSeal();
        shows("unknown", seal.id(), seal.code().toLowerCase().concat("x"));
        shows("unknown", "999999999999", seal.code());
        shows("unknown", "1' or '1'='1", seal.code());
        shows("unknown", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "https://%s/, active",
        "http://www.%s:8080/basket, active",
        "https://m.%s/, active",
        ", active",
        "android-app://org.example.mail/, active",
        "https://copycat.example/, elsewhere",
        "https://copy-%s/, elsewhere",
        "http://192.0.2.7/, elsewhere",
    })
    @DisplayName("R16 The badge says so where another site shows it; a browser that tells no site raises no alarm")
    void origin(String referer, String expected) throws Exception {
        Seal seal = data.issuedSeal();
        var request = get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code());
        if (referer != null) {
            request.header(HttpHeaders.REFERER, referer.formatted(seal.domain()));
        }
        http.perform(request)
            .andExpect(header().string(HttpHeaders.VARY, containsString(HttpHeaders.REFERER)))
            .andExpect(content().string(containsString("data-status=\"" + expected + "\"")));
    }

    @Test
    @DisplayName("R16 On the platform's own pages the badge is what it is on the shop's")
    void ownPages() throws Exception {
        Seal seal = data.issuedSeal();
        http.perform(get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code())
                .header(HttpHeaders.REFERER, baseUrl + "/profile"))
            .andExpect(content().string(containsString("data-status=\"active\"")));
    }

    @Test
    @DisplayName("A seal that is not issued yet shows as being issued")
    void pending() throws Exception {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        shows("pending", seal.id(), seal.code());
    }

    @Test
    @DisplayName("R26 Nobody keeps the badge for more than two seconds, and an unchanged badge is not sent again")
    void caching() throws Exception {
        Seal seal = data.issuedSeal();
        String etag = http.perform(get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "public, max-age=2, must-revalidate"))
            .andReturn().getResponse().getHeader(HttpHeaders.ETAG);
        var again = get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code()).header(HttpHeaders.IF_NONE_MATCH, etag);
        http.perform(again).andExpect(status().isNotModified());
        register.suspend(seal.id(), "reason");
        http.perform(again).andExpect(status().isOk());
    }

    @Test
    @DisplayName("R26 What another node has changed shows within seconds")
    void otherNode() throws Exception {
        Seal seal = data.issuedSeal();
        jdbc.update("update seal set status = 'SUSPENDED', changed_at = ? where id = ?",
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), seal.id());
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> shows("suspended", seal.id(), seal.code()));
    }

    @Test
    @DisplayName("R22 An active seal shows its stars, a suspended one does not")
    void stars() throws Exception {
        Seal seal = data.issuedSeal();
        jdbc.update("update seal set stars = 4, changed_at = ? where id = ?",
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), seal.id());
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(badge(seal, "")).contains("4 ★</title>"));
        register.suspend(seal.id(), "reason");
        assertThat(badge(seal, "")).contains("data-status=\"suspended\"").doesNotContain("★");
    }

    @Test
    @DisplayName("The badge speaks Persian, and English where it is asked for")
    void languages() throws Exception {
        Seal seal = data.issuedSeal();
        assertThat(badge(seal, "")).contains("<title id=\"t\">نماد اعتماد: معتبر");
        assertThat(badge(seal, "&lang=en")).contains("<title id=\"t\">Namad trust seal: valid");
    }

    @Test
    @DisplayName("A browser that understands gzip gets the same badge in less than half the bytes")
    void zipped() throws Exception {
        Seal seal = data.issuedSeal();
        byte[] zipped = http.perform(get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code())
                .header(HttpHeaders.ACCEPT_ENCODING, "gzip, br"))
            .andExpect(header().string(HttpHeaders.CONTENT_ENCODING, "gzip"))
            .andReturn().getResponse().getContentAsByteArray();
        byte[] plain = badge(seal, "").getBytes(StandardCharsets.UTF_8);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes()).isEqualTo(plain);
        assertThat(zipped.length).isLessThan(plain.length / 2);
    }

    @Test
    @DisplayName("The badge can only be read")
    void onlyRead() throws Exception {
        http.perform(post("/badge.svg")).andExpect(status().isMethodNotAllowed());
    }

    private String badge(Seal seal, String more) throws Exception {
        return http.perform(get("/badge.svg?id={id}&Code={code}" + more, seal.id(), seal.code()))
            .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void shows(String expected, Object id, String code) throws Exception {
        http.perform(get("/badge.svg?id={id}&Code={code}", id, code))
            .andExpect(status().isOk())
            .andExpect(content().contentType("image/svg+xml;charset=UTF-8"))
            .andExpect(content().string(containsString("data-status=\"" + expected + "\"")));
    }
}
