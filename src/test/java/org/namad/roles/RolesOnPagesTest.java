package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role against every page of the staff. */
@NamadTest
class RolesOnPagesTest {

    private static final List<String> APPLICATIONS = List.of("/camunda/app/welcome/default/",
        "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/camunda/app/admin/default/",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
        "/camunda/api/engine/engine/default/task/count");
    private static final Set<Integer> REFUSED = Set.of(302, 401, 403);

    @Autowired MockMvc http;
    @Autowired TestRestTemplate rest;
    @Autowired StaffAccounts accounts;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();

    @BeforeEach
    void signIn() throws Exception {
        for (String role : RoleTable.ROLES) {
            Colleague colleague = Colleague.of(role, accounts, rest);
            sessions.put(role, (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf())
                .param("username", colleague.id()).param("password", Colleague.PASSWORD)).andReturn().getRequest()
                .getSession());
        }
    }

    @Test
    @DisplayName("Who may open and send which page of the staff is what docs/roles.md says; a new page needs its row")
    void pages() throws IOException {
        RoleTable table = new RoleTable();
        for (String page : pagesOfStaff()) {
            table.add(page, role -> let(page, role) ? RoleTable.YES : RoleTable.NO);
        }
        table.isIn("Pages");
        assertThat(pagesOfStaff()).filteredOn(page -> page.startsWith("POST"))
            .allSatisfy(page -> assertThat(table.cell(page, "auditor")).as(page).isEqualTo(RoleTable.NO));
    }

    @Test
    @DisplayName("Who may open which web application of Camunda is what docs/roles.md says")
    void applications() throws Exception {
        RoleTable table = new RoleTable();
        Map<String, HttpClient> browsers = new HashMap<>();
        for (String role : RoleTable.ROLES) {
            browsers.put(role, browser(Colleague.of(role, accounts, rest)));
        }
        for (String path : APPLICATIONS) {
            table.add("GET " + path, role -> {
                int status = get(browsers.get(role), path).statusCode();
                return status == 200 ? RoleTable.YES : REFUSED.contains(status) ? RoleTable.NO : String.valueOf(status);
            });
        }
        table.isIn("Web applications of Camunda");
    }

    private HttpClient browser(Colleague colleague) throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = get(browser, "/staff/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        browser.send(HttpRequest.newBuilder(URI.create(rest.getRootUri() + "/staff/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=" + colleague.id() + "&password=" + Colleague.PASSWORD
                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))).build(), BodyHandlers.discarding());
        assertThat(get(browser, "/staff").statusCode()).isEqualTo(200);
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path) {
        try {
            return browser.send(HttpRequest.newBuilder(URI.create(rest.getRootUri() + path)).build(),
                BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private List<String> pagesOfStaff() {
        return mappings.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream().filter(path -> path.matches("/staff(/.*)?"))
                .flatMap(path -> (mapping.getMethodsCondition().getMethods().isEmpty() ? Stream.of("GET")
                    : mapping.getMethodsCondition().getMethods().stream().map(Enum::name)).map(m -> m + " " + path)))
            .filter(page -> !page.equals("GET /staff/sign-in"))
            .sorted().toList();
    }

    private boolean let(String page, String role) {
        String path = page.split(" ")[1].replaceAll("\\{(caseKey|key)}", "complaint-1").replaceAll("\\{[^}]*}", "1");
        try {
            MvcResult result = http.perform(request(HttpMethod.valueOf(page.split(" ")[0]), path)
                .session(sessions.get(role)).with(csrf())).andReturn();
            assertThat(result.getResponse().getRedirectedUrl()).as("%s as %s", page, role).isNotEqualTo("/staff/sign-in");
            return result.getResponse().getStatus() != 403;
        } catch (Exception reached) {
            throw new IllegalStateException(page, reached);
        }
    }
}
