package org.namad.seal.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
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

    @Test
    @DisplayName("A seal that is not issued yet shows as being issued")
    void pending() throws Exception {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        shows("pending", seal.id(), seal.code());
    }

    @Test
    @DisplayName("R26 No browser keeps the badge for more than five seconds, and an unchanged badge is not sent again")
    void caching() throws Exception {
        Seal seal = data.issuedSeal();
        String etag = http.perform(get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=5, must-revalidate, public"))
            .andReturn().getResponse().getHeader(HttpHeaders.ETAG);
        var again = get("/badge.svg?id={id}&Code={code}", seal.id(), seal.code()).header(HttpHeaders.IF_NONE_MATCH, etag);
        http.perform(again).andExpect(status().isNotModified());
        register.suspend(seal.id(), "reason");
        http.perform(again).andExpect(status().isOk());
    }

    private void shows(String expected, Object id, String code) throws Exception {
        http.perform(get("/badge.svg?id={id}&Code={code}", id, code))
            .andExpect(status().isOk())
            .andExpect(content().contentType("image/svg+xml;charset=UTF-8"))
            .andExpect(content().string(containsString("data-status=\"" + expected + "\"")));
    }
}
