package org.namad.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

@NamadTest
class ApiFailuresTest {

    @Autowired
    TestRestTemplate http;
    @Autowired
    TestData data;
    @Autowired
    JdbcTemplate database;
    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml"})
    @DisplayName("Who accepts no JSON is told so in JSON")
    void notAcceptable(String accepted) throws Exception {
        JsonNode problem = problem(ask("/api/v1/seals?q=shop", accepted, "en"), 406);
        assertThat(problem.get("type").asText()).isEqualTo("urn:namad:problem:notAcceptable");
        assertThat(problem.get("detail").asText()).contains("application/json");
    }

    @Test
    @DisplayName("A request that the firewall refuses is a problem, too, in the reader's language")
    void refused() throws Exception {
        assertThat(problem(ask("/api/v1/seals/1;x", "text/html", "fa"), 400).get("title").asText())
            .isEqualTo("درخواست پذیرفته نشد");
        assertThat(problem(ask("/api/v1//seals", "*/*", "en"), 400).get("title").asText()).isEqualTo("Request refused");
    }

    @Test
    @DisplayName("A failure of ours is a problem with the number that finds it in the log, and tells nothing of the inside")
    void failed() throws Exception {
        Seal seal = data.issuedSeal();
        Timestamp end = database.queryForObject("select expires_at from seal where id = ?", Timestamp.class, seal.id());
        database.update("update seal set expires_at = null, changed_at = '2001-01-01 00:00:00' where id = ?", seal.id());
        try {
            JsonNode problem = problem(ask("/api/v1/seals/" + seal.id() + "?code=" + seal.code(), "application/json", "en"), 500);
            assertThat(problem.get("type").asText()).isEqualTo("urn:namad:problem:failed");
            assertThat(problem.get("detail").asText()).matches(".*the number [0-9a-f]{8}\\.");
            assertThat(problem.toString()).doesNotContain("Exception", "org.namad");
        } finally {
            database.update("update seal set expires_at = ? where id = ?", end, seal.id());
        }
    }

    private ResponseEntity<String> ask(String path, String accepted, String language) {
        return http.exchange(RequestEntity.get(URI.create(http.getRootUri() + path))
            .header(HttpHeaders.ACCEPT, accepted).header(HttpHeaders.ACCEPT_LANGUAGE, language).build(), String.class);
    }

    private JsonNode problem(ResponseEntity<String> answer, int status) throws Exception {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)).isTrue();
        JsonNode problem = json.readTree(answer.getBody());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }
}
