package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@NamadTest
class PublishedHolesTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final Map<String, Object> ATTACK = Map.of("orQueries",
        List.of(Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}")));

    @Autowired
    TestRestTemplate client;
    TestRestTemplate http;
    @Autowired
    StaffAccounts accounts;
    @Autowired
    IdentityService identities;
    @Autowired
    FilterService filters;

    @BeforeEach
    void staff() {
        http = client.withRequestFactorySettings(settings -> settings.withRedirects(Redirects.DONT_FOLLOW));
        accounts.open("holes-officer", "Sara", "Ahmadi", PASSWORD, StaffRoles.CASE_OFFICER);
        accounts.open("holes-admin", "Nima", "Rad", PASSWORD, StaffRoles.ADMIN);
    }

    @Test
    @DisplayName("CVE-2026-109432 A task query with an expression in orQueries is refused, also to an administrator")
    void expressionsInOrQueries() {
        for (String user : List.of("holes-officer", "holes-admin")) {
            assertThat(rest(user, "/engine-rest/task", ATTACK)).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(rest(user, "/engine-rest/task/count", ATTACK)).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(rest(user, "/engine-rest/filter/create",
                Map.of("name", "x", "resourceType", "Task", "query", ATTACK))).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(rest("holes-officer", "/engine-rest/task", Map.of("orQueries", List.of(Map.of("name", "a")))))
            .isEqualTo(HttpStatus.OK);
    }

    @Test
    @DisplayName("CVE-2026-109432 The same is refused through the web applications' API")
    void expressionsInOrQueriesOfWebapps() {
        Map<String, Object> harmless = Map.of("orQueries", List.of(Map.of("name", "a")));
        HttpHeaders officer = signIn("holes-officer");
        assertThat(webapp(officer, "task", harmless)).isEqualTo(HttpStatus.OK);
        assertThat(webapp(officer, "task", ATTACK)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(webapp(officer, "task/count", ATTACK)).isEqualTo(HttpStatus.FORBIDDEN);

        HttpHeaders admin = signIn("holes-admin");
        assertThat(webapp(admin, "filter/create", filter("holes-harmless", harmless))).isEqualTo(HttpStatus.OK);
        assertThat(webapp(admin, "filter/create", filter("holes-attack", ATTACK))).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(filters.createTaskFilterQuery().filterName("holes-attack").count()).isZero();
        filters.deleteFilter(filters.createTaskFilterQuery().filterName("holes-harmless").singleResult().getId());
    }

    private static Map<String, Object> filter(String name, Map<String, Object> query) {
        return Map.of("name", name, "resourceType", "Task", "query", query);
    }

    private Object webapp(HttpHeaders session, String path, Map<String, Object> body) {
        return http.exchange("/camunda/api/engine/engine/default/" + path, POST, new HttpEntity<>(body, session),
            String.class).getStatusCode();
    }

    @Test
    @DisplayName("Only an administrator stores a filter with an expression")
    void storedFilters() {
        Map<String, Object> filter = Map.of("name", "holes-mine", "resourceType", "Task",
            "query", Map.of("assigneeExpression", "${currentUser()}"));
        assertThat(rest("holes-officer", "/engine-rest/filter/create", filter)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest("holes-officer", "/engine-rest/%66ilter/create", filter)).isNotEqualTo(HttpStatus.OK);
        assertThat(rest("holes-admin", "/engine-rest/filter/create", filter)).isEqualTo(HttpStatus.OK);
    }

    @Test
    @DisplayName("CVE-2026-77226 Nobody makes an administrator through the setup, even while there is none")
    void setup() {
        List<String> administrators = identities.createUserQuery().memberOfGroup(StaffRoles.ADMIN).list().stream()
            .map(User::getId).toList();
        HttpHeaders officer = signIn("holes-officer");
        administrators.forEach(id -> identities.deleteMembership(id, StaffRoles.ADMIN));
        try {
            Map<String, Object> intruder = Map.of("profile", Map.of("id", "intruder", "firstName", "I",
                "lastName", "N"), "credentials", Map.of("password", PASSWORD));
            for (HttpHeaders who : List.of(new HttpHeaders(), officer)) {
                HttpEntity<?> attack = new HttpEntity<>(intruder, who);
                assertThat(http.exchange("/camunda/api/admin/setup/default/user/create", POST, attack, String.class)
                    .getStatusCode()).isIn(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN);
                assertThat(http.exchange("/camunda/app/admin/default/setup/", GET, new HttpEntity<>(who), String.class)
                    .getStatusCode()).isNotEqualTo(HttpStatus.OK);
            }
            assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            administrators.forEach(id -> identities.createMembership(id, StaffRoles.ADMIN));
        }
    }

    private Object rest(String user, String path, Map<String, Object> body) {
        return http.withBasicAuth(user, PASSWORD).postForEntity(URI.create(http.getRootUri() + path), body,
            String.class).getStatusCode();
    }

    /** Signs in on the staff's page and returns the session's headers, with Camunda's CSRF token. */
    private HttpHeaders signIn(String user) {
        ResponseEntity<String> page = http.getForEntity("/staff/sign-in", String.class);
        String token = page.getBody().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.COOKIE, cookie(page, "JSESSIONID"));
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        ResponseEntity<String> signedIn = http.exchange("/staff/sign-in", POST, new HttpEntity<>(
            "username=" + user + "&password=" + PASSWORD + "&_csrf=" + token, headers), String.class);
        assertThat(signedIn.getHeaders().getLocation()).hasPath("/staff");
        HttpHeaders session = new HttpHeaders();
        session.add(HttpHeaders.COOKIE, cookie(signedIn, "JSESSIONID"));
        ResponseEntity<String> tasklist = http.exchange("/camunda/app/tasklist/default/", GET,
            new HttpEntity<>(session), String.class);
        assertThat(tasklist.getStatusCode()).isEqualTo(HttpStatus.OK);
        String csrf = cookie(tasklist, "XSRF-TOKEN");
        session.set(HttpHeaders.COOKIE, session.getFirst(HttpHeaders.COOKIE) + "; " + csrf);
        session.set("X-XSRF-TOKEN", csrf.substring("XSRF-TOKEN=".length()));
        session.setContentType(MediaType.APPLICATION_JSON);
        return session;
    }

    private static String cookie(ResponseEntity<?> response, String name) {
        return response.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE).stream()
            .filter(cookie -> cookie.startsWith(name + "=")).map(cookie -> cookie.split(";")[0])
            .reduce((first, last) -> last).orElseThrow();
    }
}
