package org.namad.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.party.PartySession;
import org.namad.party.People;
import org.namad.party.WaitingForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who may go where. Four chains: the engine's REST API, the staff's pages with Camunda's web applications, the public API,
 * and the public pages. What no chain opens is not there for anybody. Staff and public sign-in live side by side in one session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {"/", "/inquiry", "/profile", "/profile.jws",
        "/.well-known/jwks.json", "/css/**", "/fonts/**", "/images/**", "/js/**", "/webjars/htmx.org/**",
        "/sign-in/**", "/sign-out",
        "/register/**", "/complaints/**", "/answer/**", "/delegations/**", "/apply", "/payments/callback",
        "/statistics", "/statistics/*.csv", "/actuator/health/**"};
    private static final String[] API = {"/api/v1/seals", "/api/v1/seals/*", "/api/v1/complaints/*",
        "/api/v1/status-feed"};
    /** What the sign-out of Camunda's web applications calls, and where they keep their user in the session. */
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/{engine}/logout";
    private static final String WEBAPP_USER = "authenticatedUser";
    private static final String[] SIGNED_IN = {"/apply/**", "/panel/**", "/payments/**", "/documents/**"};

    /** Scripts with a staff account: HTTP Basic on every request, no session; nothing that other sites make browsers send. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, StaffAuthentication staff) throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
            .authenticationProvider(staff)
            .authorizeHttpRequests(requests -> requests
                .requestMatchers(new CrossSite()).denyAll()
                .anyRequest().hasRole("staff"))
            .httpBasic(basic -> basic.realmName("Namad"))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(AbstractHttpConfigurer::disable)
            .build();
    }

    /** The staff's pages and Camunda's web applications, with one sign-in; Camunda guards itself against CSRF. */
    @Bean
    @Order(2)
    SecurityFilterChain staff(HttpSecurity http, StaffAuthentication staff, StaffAccounts accounts, WaitingForms waiting)
            throws Exception {
        return http.securityMatcher(
                new OrRequestMatcher(anyOf("/staff/**", "/camunda/**"), SecurityConfiguration::isErrorOfStaff))
            .authenticationProvider(staff)
            .addFilterAfter(new StaffSessions(accounts, WEBAPP_USER), SecurityContextHolderFilter.class)
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                .requestMatchers(SecurityConfiguration::isEngineSetup).denyAll()
                .requestMatchers(path(SignInAgain.STAFF)).permitAll()
                .requestMatchers(post("/staff/cases/*/notes/**"))
                    .hasAnyRole(StaffRoles.CASE_WORKERS.toArray(String[]::new))
                .requestMatchers(anyOf("/staff/changes", "/staff/changes/**", "/staff/cases", "/staff/cases/**"))
                    .hasAnyRole(StaffRoles.READERS.toArray(String[]::new))
                .requestMatchers(anyOf("/staff/tasks", "/staff/tasks/**"))
                    .hasAnyRole(StaffRoles.WORKERS.toArray(String[]::new))
                .requestMatchers(path("/staff/enforcement/**"))
                    .hasAnyRole(StaffRoles.CASE_WORKERS.toArray(String[]::new))
                // The engine guards Cockpit's pages itself, but not what lies behind them.
                .requestMatchers(path("/camunda/api/cockpit/**"))
                    .hasAnyRole(StaffRoles.PROCESS_OWNER, StaffRoles.AUDITOR, StaffRoles.ADMIN)
                .requestMatchers(path("/staff/documents/**"))
                    .hasAnyRole(StaffRoles.DOCUMENT_READERS.toArray(String[]::new))
                .requestMatchers(post("/staff/absence/**")).hasAnyRole(StaffRoles.WORKERS.toArray(String[]::new))
                .requestMatchers(post("/staff/dashboard/**")).hasAnyRole(StaffRoles.SUPERVISOR, StaffRoles.ADMIN)
                .requestMatchers(anyOf("/staff/dashboard", "/staff/dashboard/**"))
                    .hasAnyRole(StaffRoles.OVERSEERS.toArray(String[]::new))
                .requestMatchers(post("/staff/models/**"), path("/staff/models/check"), path("/staff/models/restore"))
                    .hasAnyRole(StaffRoles.MODELLERS.toArray(String[]::new))
                .requestMatchers(anyOf("/staff/models", "/staff/models/**"))
                    .hasAnyRole(StaffRoles.MODEL_READERS.toArray(String[]::new))
                .requestMatchers(post("/staff/outages")).hasAnyRole(StaffRoles.SUPERVISOR, StaffRoles.ADMIN)
                .anyRequest().hasRole("staff"))
            .requestCache(cache -> cache.requestCache(pagesAskedFor()))
            .formLogin(form -> form.loginPage(SignInAgain.STAFF).defaultSuccessUrl("/staff"))
            .logout(logout -> logout
                .logoutRequestMatcher(new OrRequestMatcher(post("/staff/sign-out"), post(WEBAPP_LOGOUT)))
                .invalidateHttpSession(false)
                .addLogoutHandler((request, response, who) -> {
                    request.getSession().removeAttribute(WEBAPP_USER);
                    SignInAgain.because(SignInAgain.OUT, SignInAgain.STAFF, request);
                })
                .defaultLogoutSuccessHandlerFor(
                    new HttpStatusReturningLogoutSuccessHandler(), path("/camunda/**"))
                .logoutSuccessUrl(SignInAgain.STAFF + "?" + SignInAgain.OUT))
            .exceptionHandling(handling -> handling
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    anyOf("/camunda/api/**", "/staff/tasks/*/draft"))
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    SecurityConfiguration::isPieceOfPage)
                .defaultAuthenticationEntryPointFor(signInAtStaff(waiting), request -> true))
            .csrf(csrf -> csrf.csrfTokenRepository(formTokens("NAMAD-STAFF-FORM", "/staff"))
                .ignoringRequestMatchers(path("/camunda/**")))
            .headers(SecurityConfiguration::headers)
            .build();
    }

    /**
     * Pages only: what scripts ask for is not where anybody wants to go, and no new session begins with it, so that the
     * page that is asked for next still says that the old one is over.
     */
    private static RequestCache pagesAskedFor() {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(request -> "GET".equals(request.getMethod()) && Objects.requireNonNullElse(
            request.getHeader(HttpHeaders.ACCEPT), MediaType.TEXT_HTML_VALUE).contains(MediaType.TEXT_HTML_VALUE));
        return pages;
    }

    /** Programs of other parties: nobody signs in and nothing is remembered; scripts of other sites may read what is public. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher(anyOf("/api", "/api/**"))
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers(HttpMethod.GET, API).permitAll()
                .requestMatchers(HttpMethod.HEAD, API).permitAll()
                .anyRequest().denyAll())
            .cors(cors -> cors.configurationSource(openToScripts()))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .requestCache(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .csrf(AbstractHttpConfigurer::disable)
            .exceptionHandling(handling -> handling.authenticationEntryPoint(SecurityConfiguration::notThere))
            .headers(SecurityConfiguration::headers)
            .build();
    }

    /**
     * What any site's script may read: of the API all but complaints, which are shown to those who have their link, and
     * signed profiles with their keys, so that a page can check a seal in the browser (N14).
     */
    private static CorsConfigurationSource openToScripts() {
        CorsConfiguration anySite = new CorsConfiguration();
        anySite.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anySite.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        anySite.setAllowedHeaders(List.of(HttpHeaders.IF_NONE_MATCH));
        anySite.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        anySite.setMaxAge(Duration.ofDays(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        for (String path : List.of("/api/v1/seals", "/api/v1/seals/*", "/api/v1/status-feed", "/profile.jws",
                "/.well-known/jwks.json")) {
            source.registerCorsConfiguration(path, anySite);
        }
        return source;
    }

    private static void notThere(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException denied) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().print("{\"title\":\"Not Found\",\"status\":404}");
    }

    /** Everything else: open to all, or to those who have signed in; the rest is not there. */
    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, PartySession session, People people, WaitingForms waiting,
            Environment environment) throws Exception {
        RequestMatcher demo = environment.acceptsProfiles(Profiles.of("demo"))
            ? path("/demo/**") : request -> false;
        RequestMatcher signedIn = anyOf(SIGNED_IN);
        return http
            .authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                .requestMatchers(anyOf(PUBLIC), demo).permitAll()
                .requestMatchers(signedIn).hasRole("PARTY")
                .anyRequest().denyAll())
            .securityContext(context -> context.securityContextRepository(session.contexts()))
            .addFilterAfter(new PartySessions(session, people), SecurityContextHolderFilter.class)
            .requestCache(cache -> cache.requestCache(session.requests()))
            .cors(cors -> cors.configurationSource(openToScripts()))
            .csrf(csrf -> csrf.csrfTokenRepository(formTokens("NAMAD-FORM", "/")))
            .exceptionHandling(handling -> handling
                .defaultAccessDeniedHandlerFor((request, response, denied) -> response.sendError(413),
                    SecurityConfiguration::isUnreadUpload)
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true)
                .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    SecurityConfiguration::isPieceOfPage)
                .defaultAuthenticationEntryPointFor(signInWith(waiting), signedIn)
                .defaultAuthenticationEntryPointFor(
                    (request, response, denied) -> response.sendError(404), request -> true))
            .headers(SecurityConfiguration::headers)
            .build();
    }

    /**
     * Tokens in a cookie of their own, so that a form filled in slowly still arrives when the session is over, and its
     * page can keep what was typed.
     */
    private static CookieCsrfTokenRepository formTokens(String name, String path) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath(path);
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"))
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
            .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    /** Whether the server tells staff of an error; its page knows who has signed in. */
    private static boolean isErrorOfStaff(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
            && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
            && (failed.startsWith("/staff/") || failed.startsWith("/camunda/"));
    }

    /**
     * Camunda's first-run setup, which lets anybody make an administrator while there is none (CVE-2026-77226). Namad
     * opens the first account from its configuration instead.
     */
    private static boolean isEngineSetup(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.startsWith("/camunda/") && List.of(path.toLowerCase(Locale.ROOT).split("/")).contains("setup");
    }

    /**
     * Files that are too large are not read at all, and neither is the token against CSRF that came with them; what is
     * missing then is not the token.
     */
    private static boolean isUnreadUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
            && request.getParameterMap().isEmpty();
    }

    /** Whoever sends a form when the session is over signs in again, and finds on its page what was typed. */
    private static AuthenticationEntryPoint signInWith(WaitingForms waiting) {
        AuthenticationEntryPoint signIn = new SignInAgain(SignInAgain.PARTY);
        return (request, response, denied) -> {
            Optional<String> page = waiting.page(request);
            if (page.isEmpty()) {
                signIn.commence(request, response, denied);
                return;
            }
            waiting.keep(request, true);
            response.sendRedirect(UriComponentsBuilder.fromPath(SignInAgain.PARTY).queryParam("next", "{page}")
                .queryParam(SignInAgain.OVER).encode().buildAndExpand(page.get()).toUriString());
        };
    }

    /** The same for staff, whose sign-in leads back to the page that was asked for. */
    private static AuthenticationEntryPoint signInAtStaff(WaitingForms waiting) {
        AuthenticationEntryPoint signIn = new SignInAgain(SignInAgain.STAFF);
        return (request, response, denied) -> {
            Optional<String> page = waiting.page(request);
            if (page.isEmpty()) {
                signIn.commence(request, response, denied);
                return;
            }
            waiting.keep(request, true);
            SignInAgain.because(SignInAgain.OVER, SignInAgain.STAFF, request);
            response.sendRedirect(page.get());
        };
    }

    /** Whether a script of the page asks, and not its reader. */
    private static boolean isPieceOfPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(List.of(patterns).stream().map(SecurityConfiguration::path).toList());
    }
}
