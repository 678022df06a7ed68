package org.namad.roles;

import java.util.Map;

import org.namad.engine.StaffAccounts;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** A staff member with one role, who calls the engine's REST API. */
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

    ResponseEntity<String> get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    ResponseEntity<String> post(String path, Map<String, ?> body) {
        return call(HttpMethod.POST, path, body);
    }
}
