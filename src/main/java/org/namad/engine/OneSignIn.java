package org.namad.engine;

import java.io.IOException;
import java.security.Principal;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands whom Spring Security has signed in over to Camunda: to its web applications, which ask for no password of their
 * own, and to the REST API, which works with that person's authorizations. All of it runs after Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class OneSignIn {

    private static final int GUARDS = 100;
    private static final int IDENTITY = 200;

    @Bean
    FilterRegistrationBean<Filter> webapplicationSignIn() {
        var filter = register(new ContainerBasedAuthenticationFilter(), IDENTITY, "/camunda/app/*", "/camunda/api/*");
        filter.addInitParameter("authentication-provider", ContainerBasedAuthenticationProvider.class.getName());
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> restSignIn(IdentityService identities, StaffAccounts accounts) {
        return register(new RestIdentity(identities, accounts), IDENTITY, "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> expressionGuard() {
        return register(new ExpressionGuard(), GUARDS, "/camunda/api/*", "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> refusals() {
        return register(new Refusals(), GUARDS, "/camunda/api/*", "/engine-rest/*");
    }

    private static FilterRegistrationBean<Filter> register(Filter filter, int order, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(filter.getClass().getSimpleName());
        registration.setUrlPatterns(List.of(paths));
        registration.setOrder(order);
        return registration;
    }

    /** Lets the engine check the authorizations of whoever calls its REST API. */
    private static final class RestIdentity extends OncePerRequestFilter {

        private final IdentityService identities;
        private final StaffAccounts accounts;

        RestIdentity(IdentityService identities, StaffAccounts accounts) {
            this.identities = identities;
            this.accounts = accounts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Principal caller = request.getUserPrincipal();
            if (caller == null) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            identities.setAuthentication(caller.getName(), List.copyOf(accounts.groupsOf(caller.getName())));
            try {
                chain.doFilter(request, response);
            } finally {
                identities.clearAuthentication();
            }
        }
    }
}
