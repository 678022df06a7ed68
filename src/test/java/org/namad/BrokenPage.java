package org.namad;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A page that breaks down, at an address that anybody may open. */
@TestConfiguration(proxyBeanMethods = false)
class BrokenPage {

    @Bean
    RouterFunction<ServerResponse> brokenPage() {
        return RouterFunctions.route().GET("/complaints/broken", request -> {
            throw new IllegalStateException("this page is broken, as the test wants it");
        }).build();
    }
}
