package org.namad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@NamadTest
class SealsApiTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    SealRegister register;
    @Autowired
    FiledComplaints filed;
    @Autowired
    NamadClock clock;

    @Test
    @DisplayName("R28 N15 A site is found by its address in any form, and its seal told from those that look like it")
    void byAddress() throws Exception {
        Seal seal = data.issuedSeal();
        find("/api/v1/seals?q={q}", "HTTPS://www." + seal.domain().toUpperCase() + "/basket?id=1")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.domain").value(seal.domain()))
            .andExpect(jsonPath("$.exact.id").value(seal.id()))
            .andExpect(jsonPath("$.exact.code").value(seal.code()))
            .andExpect(jsonPath("$.exact.status").value("ACTIVE"))
            .andExpect(jsonPath("$.seals[0].id").value(seal.id()));
        find("/api/v1/seals?q={q}", "m." + seal.domain())
            .andExpect(jsonPath("$.domain").value("m." + seal.domain()))
            .andExpect(jsonPath("$.exact.domain").value(seal.domain()));
        find("/api/v1/seals?q={q}", "no-" + seal.domain())
            .andExpect(jsonPath("$.domain").value("no-" + seal.domain()))
            .andExpect(jsonPath("$.exact").doesNotExist());
    }

    @Test
    @DisplayName("R28 N15 Seals are found by name and filtered; numbers may have Persian digits")
    void byName() throws Exception {
        Seal seal = data.issuedSeal();
        register.retitle(seal.id(), "کتاب‌سرای زرین‌کلک");
        find("/api/v1/seals?q={q}&province=tehran&activity=clothing&status=ACTIVE&page={page}", "كتابسراي زرين كلك", "۰")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.domain").value(nullValue()))
            .andExpect(jsonPath("$.seals[0].id").value(seal.id()))
            .andExpect(jsonPath("$.total").value(greaterThanOrEqualTo(1)))
            .andExpect(jsonPath("$.page").value(0));
        find("/api/v1/seals?q={q}&status=REVOKED", "کتاب‌سرای زرین‌کلک").andExpect(jsonPath("$.seals").isEmpty());
        find("/api/v1/seals?q={q}&stars=5", "کتاب‌سرای زرین‌کلک").andExpect(jsonPath("$.seals").isEmpty());
        find("/api/v1/seals?q={q}&province=یزد", "کتاب‌سرای زرین‌کلک").andExpect(jsonPath("$.seals").isEmpty());
    }

    @Test
    @DisplayName("R3 R17 The profile tells status, holder, term and the record of complaints")
    void profile() throws Exception {
        Seal seal = data.issuedSeal();
        register.license(seal.id(), "402-17");
        filed.unanswered(seal, 1);
        filed.settled(seal);
        find("/api/v1/seals/{id}?code={code}", seal.id(), seal.code())
            .andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=2, public"))
            .andExpect(jsonPath("$.domain").value(seal.domain()))
            .andExpect(jsonPath("$.status").value("ACTIVE"))
            .andExpect(jsonPath("$.holder.name").value("فروشگاه سارا"))
            .andExpect(jsonPath("$.holder.kind").value("NATURAL"))
            .andExpect(jsonPath("$.licence").value("402-17"))
            .andExpect(jsonPath("$.conduct.unanswered").value(1))
            .andExpect(jsonPath("$.conduct.meanAnswerSeconds").isNumber())
            .andExpect(jsonPath("$.conduct.points").value(1))
            .andExpect(jsonPath("$.conduct.total").value(2))
            .andExpect(jsonPath("$.conduct.supervision").exists())
            .andExpect(jsonPath("$.expiresAt").value(containsString("Z")));
    }

    @Test
    @DisplayName("R21 R26 The profile follows suspension and the end of the term at once")
    void follows() throws Exception {
        Seal seal = data.issuedSeal();
        String path = "/api/v1/seals/{id}?code={code}";
        register.suspend(seal.id(), "کالای غیرمجاز");
        find(path, seal.id(), seal.code()).andExpect(jsonPath("$.status").value("SUSPENDED"))
            .andExpect(jsonPath("$.statusReason").value("کالای غیرمجاز"));
        register.reinstate(seal.id());
        clock.moveTo(register.get(seal.id()).expiresAt().plus(Duration.ofSeconds(1)));
        find(path, seal.id(), seal.code()).andExpect(jsonPath("$.status").value("EXPIRED"));
        find("/api/v1/seals?q={q}&status=EXPIRED", seal.domain())
            .andExpect(jsonPath("$.seals[0].id").value(seal.id()))
            .andExpect(jsonPath("$.seals[0].status").value("EXPIRED"));
    }

    @Test
    @DisplayName("R16 A wrong code, and a seal that was never issued, are not there")
    void unknown() throws Exception {
        Seal seal = data.issuedSeal();
        String domain = TestData.domain();
        Seal pending = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        find("/api/v1/seals/{id}?code=x", seal.id()).andExpect(status().isNotFound())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.type").value("urn:namad:problem:noSuchSeal"))
            .andExpect(jsonPath("$.instance").value("/api/v1/seals/" + seal.id()));
        find("/api/v1/seals/{id}?code={code}", pending.id(), pending.code()).andExpect(status().isNotFound());
        find("/api/v1/seals?q={q}", domain).andExpect(jsonPath("$.exact").doesNotExist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/seals", "/api/v1/seals?q=a", "/api/v1/seals?q=  &stars=0",
        "/api/v1/seals?q=shop&status=PENDING", "/api/v1/seals?q=shop&status=none", "/api/v1/seals?q=shop&stars=6",
        "/api/v1/seals?q=shop&stars=-1", "/api/v1/seals?q=shop&stars=many", "/api/v1/seals?q=shop&activity=smuggling",
        "/api/v1/seals?q=shop&page=50", "/api/v1/seals?q=shop&page=-1", "/api/v1/seals?q=shop&page=99999999999",
        "/api/v1/seals/1", "/api/v1/seals/one?code=x", "/api/v1/seals/99999999999999999999?code=x"})
    @DisplayName("Bad input is told to be bad")
    void badInput(String path) throws Exception {
        find(path).andExpect(status().isBadRequest())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.status").value(400))
            .andExpect(jsonPath("$.detail").isNotEmpty());
        find("/api/v1/seals?q={q}", "x".repeat(301)).andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("R28 As much as may be asked is answered")
    void longest() throws Exception {
        String letters = IntStream.range(0, 100).mapToObj(i -> Integer.toString(i * 7919 % 46656, 36))
            .collect(Collectors.joining(" "));
        find("/api/v1/seals?q={q}", letters.substring(0, 300)).andExpect(status().isOk())
            .andExpect(jsonPath("$.domain").value(nullValue()));
    }

    @Test
    @DisplayName("Problems speak Persian, or English to those who prefer it")
    void languages() throws Exception {
        find("/api/v1/seals?q=shop&stars=6").andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "fa"))
            .andExpect(jsonPath("$.detail").value("مقدار «stars» نیامده یا درست نیست."));
        http.perform(get("/api/v1/seals?q=shop&stars=6").with(Client.stranger())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "de, en-GB;q=0.8, fa;q=0.5"))
            .andExpect(header().string(HttpHeaders.CONTENT_LANGUAGE, "en"))
            .andExpect(jsonPath("$.detail").value("The parameter \"stars\" is missing or has a value that it cannot have."));
    }

    @Test
    @DisplayName("Scripts of any site may read it; nobody is remembered")
    void crossOrigin() throws Exception {
        assertThat(http.perform(get("/api/v1/seals?q=shop").with(Client.stranger())
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example"))
            .andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS))
            .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
            .andExpect(cookie().doesNotExist("NAMAD-FORM"))
            .andReturn().getRequest().getSession(false)).isNull();
        http.perform(options("/api/v1/status-feed").header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "If-None-Match"))
            .andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"));
    }

    @Test
    @DisplayName("Nothing can be written, and what is not described is not there")
    void readOnly() throws Exception {
        http.perform(post("/api/v1/seals").with(Client.stranger())).andExpect(status().isNotFound());
        find("/api/v1/nothing").andExpect(status().isNotFound())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private ResultActions find(String path, Object... variables) throws Exception {
        return http.perform(get(path, variables).with(Client.stranger()));
    }
}
