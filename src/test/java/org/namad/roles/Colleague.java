package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.namad.engine.StaffAccounts;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A staff member with one role, who calls the engine's REST API, and Camunda's web applications. */
record Colleague(TestRestTemplate http, String role) {

    static final String PASSWORD = "Kafe-sahar-27";

    static Colleague of(String role, StaffAccounts accounts, TestRestTemplate http) {
        Colleague colleague = new Colleague(http, role);
        accounts.open(colleague.id(), "Nilufar", "Amini", PASSWORD, role);
        return colleague;
    }

    /** The account's name. */
    String id() {
        return "matrix-" + role;
    }

    ResponseEntity<String> call(HttpMethod method, String path, Object body) {
        return http.withBasicAuth(id(), PASSWORD).exchange("/engine-rest" + path, method, new HttpEntity<>(body),
            String.class);
    }

    /** Signs in on the page of the staff; with what it returns Camunda's web applications can be called. */
    HttpClient browser() {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = sent(browser, HttpRequest.newBuilder(at("/staff/sign-in"))).body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        sent(browser, HttpRequest.newBuilder(at("/staff/sign-in"))
            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE)
            .POST(BodyPublishers.ofString("username=" + id() + "&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        assertThat(sent(browser, HttpRequest.newBuilder(at("/staff"))).statusCode()).isEqualTo(200);
        return browser;
    }

    /** Sends what {@code browser} would send; changes carry the token that Camunda's pages hand out. */
    HttpResponse<String> send(HttpClient browser, HttpMethod method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).method(method.name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (method != HttpMethod.GET) {
            request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header("X-XSRF-TOKEN", token(browser));
        }
        return sent(browser, request);
    }

    private String token(HttpClient browser) {
        CookieStore cookies = ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore();
        if (token(cookies).isEmpty()) {
            sent(browser, HttpRequest.newBuilder(at("/camunda/app/welcome/default/")));
        }
        return token(cookies).orElseThrow();
    }

    private static Optional<String> token(CookieStore cookies) {
        return cookies.getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .map(HttpCookie::getValue).findFirst();
    }

    private URI at(String path) {
        return URI.create(http.getRootUri() + path);
    }

    private static HttpResponse<String> sent(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ResponseEntity<String> get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    ResponseEntity<String> post(String path, Map<String, ?> body) {
        return call(HttpMethod.POST, path, body);
    }
}
