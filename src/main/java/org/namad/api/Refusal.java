package org.namad.api;

import org.springframework.http.HttpStatus;

/** A request that the API cannot serve, and why: the messages {@code api.<key>.title} and {@code api.<key>.detail}. */
class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;

    Refusal(HttpStatus status, String key, Object... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** A parameter that is missing or has a value that it cannot have. */
    static Refusal parameter(String name) {
        return new Refusal(HttpStatus.BAD_REQUEST, "parameter", name);
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments;
    }
}
