package org.namad.api;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Stands before the page that tells people of an error: what fails under {@code /api}, also before or behind the API's
 * controllers, is told to programs as a problem (RFC 9457), whatever they would rather have. Failures of ours bring the
 * number under which they stand in the log.
 */
class ApiFailures extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;
    private final transient ErrorAttributes failures;
    private final transient ObjectMapper json;

    ApiFailures(Problems problems, ErrorAttributes failures, ObjectMapper json) {
        this.problems = problems;
        this.failures = failures;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path && path.startsWith("/api/")) {
            tell(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(response.getStatus()), HttpStatus.BAD_REQUEST);
        Object incident = failures.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults())
            .get("incident");
        ResponseEntity<ProblemDetail> problem = problems.problem(incident == null ? refusal(status)
            : new Refusal(status, "failed", incident), new HttpHeaders(), request);
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        json.writeValue(response.getOutputStream(), problem.getBody());
    }

    private static Refusal refusal(HttpStatus status) {
        return new Refusal(status, status == HttpStatus.NOT_ACCEPTABLE ? "notAcceptable" : "badRequest");
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        FilterRegistrationBean<ApiFailures> apiFailures(Problems problems, ErrorAttributes failures, ObjectMapper json) {
            FilterRegistrationBean<ApiFailures> filter =
                new FilterRegistrationBean<>(new ApiFailures(problems, failures, json));
            filter.addUrlPatterns("/error");
            filter.setDispatcherTypes(DispatcherType.ERROR);
            return filter;
        }
    }
}
