package org.namad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealBoard;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class StatusFeedTest {

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
    @Autowired
    ObjectMapper json;

    @Test
    @DisplayName("N14 Paged through, changes of the same millisecond come once each and in order, none left out")
    void noGapsNoDoubles() throws Exception {
        Instant moment = Instant.parse("2001-02-03T04:05:06.789Z");
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Seal seal = data.issuedSeal();
            changed(seal, i == 6 ? moment.plusMillis(1) : moment);
            expected.add(seal.id());
        }
        List<Long> seen = new ArrayList<>();
        String cursor = new Cursor(moment.minusMillis(1), 0).toString();
        for (int page = 0; page < 3; page++) {
            JsonNode body = body(cursor, 3);
            body.get("seals").forEach(seal -> seen.add(seal.get("id").asLong()));
            cursor = body.get("next").asText();
        }
        assertThat(seen.subList(0, 7)).isEqualTo(expected);
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("N14 R26 A seal that changes while the feed is read comes again, behind the cursor")
    void changesMeanwhile() throws Exception {
        Instant moment = Instant.parse("2002-02-03T04:05:06.789Z");
        Seal first = data.issuedSeal();
        Seal second = data.issuedSeal();
        Seal third = data.issuedSeal();
        changed(first, moment);
        changed(second, moment);
        changed(third, moment);
        JsonNode page = body(new Cursor(moment.minusMillis(1), 0).toString(), 2);
        assertThat(ids(page)).containsExactly(first.id(), second.id());
        assertThat(page.get("more").asBoolean()).isTrue();
        register.suspend(first.id(), "reason");
        clock.moveBy(SealBoard.SETTLED.plusSeconds(1));
        List<JsonNode> rest = rest(page.get("next").asText());
        assertThat(rest).filteredOn(seal -> seal.get("id").asLong() == first.id()).singleElement()
            .satisfies(seal -> assertThat(seal.get("status").asText()).isEqualTo("SUSPENDED"));
        assertThat(rest).noneMatch(seal -> seal.get("id").asLong() == second.id());
        assertThat(rest.get(0).get("id").asLong()).isEqualTo(third.id());
    }

    @Test
    @DisplayName("N14 The youngest changes wait, so that none that is committed late is passed over; then each kind shows")
    void settled() throws Exception {
        Seal seal = data.issuedSeal();
        String cursor = new Cursor(register.get(seal.id()).changedAt().minusMillis(1), 0).toString();
        assertThat(rest(cursor)).noneMatch(entry -> entry.get("id").asLong() == seal.id());
        shows(cursor, seal, "ACTIVE");
        register.suspend(seal.id(), "reason");
        shows(cursor, seal, "SUSPENDED");
        register.reinstate(seal.id());
        shows(cursor, seal, "ACTIVE");
        register.revoke(seal.id(), "reason");
        shows(cursor, seal, "REVOKED");
    }

    @Test
    @DisplayName("N14 A change that is committed half a minute late is not left out for those who have read on")
    void committedLate() throws Exception {
        Seal late = data.issuedSeal();
        Seal inTime = data.issuedSeal();
        Instant now = clock.instant();
        changed(late, Instant.parse("2004-02-03T04:05:06.789Z"));
        changed(inTime, now.minusSeconds(15));
        String cursor = new Cursor(now.minus(SealBoard.SETTLED), 0).toString();
        String next = body(cursor, 1000).get("next").asText();
        changed(late, now.minusSeconds(30));
        clock.moveBy(SealBoard.SETTLED.plusSeconds(1));
        assertThat(rest(next)).extracting(seal -> seal.get("id").asLong()).contains(late.id(), inTime.id());
    }

    @Test
    @DisplayName("R21 The end of the term stands in the feed from the start, and a lapsed seal is expired in it")
    void lapses() throws Exception {
        Seal seal = data.issuedSeal();
        Instant changed = register.get(seal.id()).changedAt();
        Instant end = register.get(seal.id()).expiresAt();
        String cursor = new Cursor(changed.minusMillis(1), 0).toString();
        assertThat(shows(cursor, seal, "ACTIVE").get("expiresAt").asText()).isEqualTo(end.toString());
        clock.moveTo(end);
        assertThat(shows(cursor, seal, "EXPIRED").get("changedAt").asText()).isEqualTo(changed.toString());
    }

    @Test
    @DisplayName("N14 A pending seal is nobody's business yet")
    void pending() throws Exception {
        String domain = TestData.domain();
        Seal seal = register.prepare(data.business(), "فروشگاه", domain, "http://" + domain + "/", "clothing");
        clock.moveBy(SealBoard.SETTLED.plusSeconds(1));
        assertThat(rest(new Cursor(seal.changedAt().minusMillis(1), 0).toString()))
            .noneMatch(entry -> entry.get("id").asLong() == seal.id());
    }

    @Test
    @DisplayName("N14 Who polls with the ETag of the last answer gets nothing as long as nothing changed")
    void notModified() throws Exception {
        Instant moment = Instant.parse("2003-02-03T04:05:06.789Z");
        Seal seal = data.issuedSeal();
        changed(seal, moment);
        String path = "/api/v1/status-feed?limit=1&since=" + new Cursor(moment.minusMillis(1), 0);
        String etag = http.perform(get(path).with(Client.stranger())).andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=2, public"))
            .andExpect(jsonPath("$.seals[0].id").value(seal.id()))
            .andReturn().getResponse().getHeader(HttpHeaders.ETAG);
        http.perform(get(path).with(Client.stranger()).header(HttpHeaders.IF_NONE_MATCH, etag))
            .andExpect(status().isNotModified()).andExpect(content().string(""));
        clock.moveTo(register.get(seal.id()).expiresAt());
        http.perform(get(path).with(Client.stranger()).header(HttpHeaders.IF_NONE_MATCH, etag))
            .andExpect(status().isOk()).andExpect(jsonPath("$.seals[0].status").value("EXPIRED"));
    }

    @Test
    @DisplayName("N14 At the end of the feed the cursor stays where it is")
    void end() throws Exception {
        String future = new Cursor(clock.instant().plus(Duration.ofDays(365)), 7).toString();
        JsonNode page = body(future, 1000);
        assertThat(page.get("seals")).isEmpty();
        assertThat(page.get("next").asText()).isEqualTo(future);
        assertThat(page.get("more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=", "since=yesterday", "since=1-", "since=-1-1", "since=99999999999999999-1",
        "since=1-9999999999999999999", "limit=0", "limit=1001", "limit=all"})
    @DisplayName("N14 A cursor that is none of ours is refused")
    void badInput(String query) throws Exception {
        http.perform(get("/api/v1/status-feed?" + query).with(Client.stranger())).andExpect(status().isBadRequest())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.type").value("urn:namad:problem:parameter"));
    }

    private void changed(Seal seal, Instant when) {
        jdbc.update("update seal set changed_at = ? where id = ?", LocalDateTime.ofInstant(when, ZoneOffset.UTC), seal.id());
    }

    /** The seal's only entry after the cursor, once the feed has caught up. */
    private JsonNode shows(String cursor, Seal seal, String status) throws Exception {
        clock.moveBy(SealBoard.SETTLED.plusSeconds(1));
        List<JsonNode> entries = rest(cursor).stream().filter(entry -> entry.get("id").asLong() == seal.id()).toList();
        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.get("status").asText()).isEqualTo(status));
        return entries.get(0);
    }

    private List<JsonNode> rest(String cursor) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = body(cursor, 1000);
            page.get("seals").forEach(all::add);
            cursor = page.get("next").asText();
        } while (page.get("more").asBoolean());
        return all;
    }

    private JsonNode body(String cursor, int limit) throws Exception {
        return json.readTree(http.perform(get("/api/v1/status-feed?since={cursor}&limit={limit}", cursor, limit)
            .with(Client.stranger())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
    }

    private static List<Long> ids(JsonNode page) {
        return StreamSupport.stream(page.get("seals").spliterator(), false).map(seal -> seal.get("id").asLong()).toList();
    }
}
