package org.namad.api;

import java.time.Duration;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all of the API shares: its limit, its ETags, and the head of its description. */
@OpenAPIDefinition(servers = @Server(url = "/", description = "This installation"),
    info = @Info(title = "Namad", version = "1", license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
        description = """
            Trust seals of web shops, for programs: who holds which seal, what it is worth right now, and how complaints \
            stand. Open to all, without a key; 60 requests a minute for each client address, then 429 with Retry-After. \
            Times are UTC (RFC 3339). Texts are Persian unless said otherwise. Problems come as application/problem+json \
            (RFC 9457), in Persian or English by Accept-Language; programs go by their type. New members may be added to \
            any answer: ignore those you do not know."""))
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    /** How long an answer may be kept: as long as a badge, so that a suspension shows everywhere at once (R26). */
    static final Duration FRESH = Duration.ofSeconds(2);

    private final RequestLimit limit;

    ApiConfiguration(RequestLimit limit) {
        this.limit = limit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limit).addPathPatterns("/api/v1/**");
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> apiEtags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> etags =
            new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        etags.addUrlPatterns("/api/v1/*");
        return etags;
    }
}
