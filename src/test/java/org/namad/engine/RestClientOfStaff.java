package org.namad.engine;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Calls the engine's REST API as a staff member. */
record RestClientOfStaff(TestRestTemplate http, String user, String password) {

    ResponseEntity<String> post(String path, Map<String, ?> body) {
        return call(HttpMethod.POST, path, body);
    }

    ResponseEntity<String> put(String path, Map<String, ?> body) {
        return call(HttpMethod.PUT, path, body);
    }

    ResponseEntity<String> get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    ResponseEntity<String> delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    /** Completes a task with text variables, as scripts do. */
    ResponseEntity<String> complete(String task, Map<String, String> variables) {
        return post("/task/" + task + "/complete", Map.of("variables", typed(variables)));
    }

    /** Submits a task's form, as Tasklist does. */
    ResponseEntity<String> submit(String task, Map<String, String> variables) {
        return post("/task/" + task + "/submit-form", Map.of("variables", typed(variables)));
    }

    private static Map<String, Map<String, String>> typed(Map<String, String> variables) {
        return variables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
            variable -> Map.of("value", variable.getValue())));
    }

    private ResponseEntity<String> call(HttpMethod method, String path, Map<String, ?> body) {
        return http.withBasicAuth(user, password).exchange("/engine-rest" + path, method, new HttpEntity<>(body),
            String.class);
    }
}
