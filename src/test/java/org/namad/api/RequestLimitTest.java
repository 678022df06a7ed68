package org.namad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NamadTest
class RequestLimitTest {

    @Autowired
    MockMvc http;

    @Test
    @DisplayName("Who asks too often is told when to come again; others are served meanwhile")
    void limited() throws Exception {
        RequestPostProcessor busy = Client.at("203.0.113.7");
        int served = 0;
        while (served < 500 && ask(busy) == 200) {
            served++;
        }
        // One more comes back every second, and slow machines take seconds.
        assertThat(served).isBetween(60, 120);
        http.perform(get("/api/v1/seals").with(Client.stranger()).param("q", "shop")).andExpect(status().isOk());
    }

    @Test
    @DisplayName("The refusal is a problem with Retry-After, on every path, and readable for other sites' scripts")
    void refusal() throws Exception {
        RequestPostProcessor busy = Client.at("2001:db8:1:2::1");
        int tries = 0;
        while (tries++ < 500 && ask(busy) == 200) {
            // Until there is nothing left.
        }
        http.perform(get("/api/v1/seals/1").with(Client.at("2001:db8:1:2:ffff::9")).header(HttpHeaders.ORIGIN,
                "https://elsewhere.example").header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
            .andExpect(status().isTooManyRequests())
            .andExpect(header().longValue(HttpHeaders.RETRY_AFTER, 1))
            .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.type").value("urn:namad:problem:tooMany"))
            .andExpect(jsonPath("$.title").value("Too many requests"));
    }

    @Test
    @DisplayName("A client is its IPv4 address, or the network of its IPv6 address")
    void clients() {
        assertThat(RequestLimit.client("192.0.2.1")).isNotEqualTo(RequestLimit.client("192.0.2.2"));
        assertThat(RequestLimit.client("2001:db8::1")).isEqualTo(RequestLimit.client("2001:db8:0:0:5::"));
        assertThat(RequestLimit.client("2001:db8::1")).isNotEqualTo(RequestLimit.client("2001:db8:0:1::1"));
        assertThat(RequestLimit.client("no:address")).isEqualTo("no:address");
    }

    private int ask(RequestPostProcessor client) throws Exception {
        return http.perform(get("/api/v1/status-feed").with(client).param("limit", "1")).andReturn().getResponse()
            .getStatus();
    }
}
