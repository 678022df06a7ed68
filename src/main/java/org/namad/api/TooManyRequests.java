package org.namad.api;

import org.springframework.http.HttpStatus;

/** A client that asks more often than it may. */
class TooManyRequests extends Refusal {

    private final long seconds;

    /** @param seconds after which the next request is served */
    TooManyRequests(long seconds) {
        super(HttpStatus.TOO_MANY_REQUESTS, "tooMany", seconds);
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
