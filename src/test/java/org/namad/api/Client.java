package org.namad.api;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Clients with an address of their own, so that tests do not use up each other's requests. */
final class Client {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Client() {
    }

    /** Somebody who never asked before. */
    static RequestPostProcessor stranger() {
        int n = NEXT.getAndIncrement();
        return at("198.18." + n / 250 + "." + (n % 250 + 1));
    }

    static RequestPostProcessor at(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
