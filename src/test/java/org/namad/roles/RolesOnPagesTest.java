package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.net.http.HttpClient;
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
import org.springframework.mock.web.MockHttpServletResponse;
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
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/cockpit/plugin/base/default/incident", "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine/engine/default/task/count");
    /** What an account without a role opens: the way in with its list of what there is, and who one is. */
    private static final Set<String> OPEN_APPLICATIONS = Set.of("/camunda/app/welcome/default/",
        "/camunda/api/admin/auth/user/default", "/camunda/api/engine/engine/default/task/count");
    /** What it opens of the staff's pages: its own start page, and what concerns everybody alike. */
    private static final Set<String> OPEN_PAGES = Set.of("GET /staff", "GET /staff/absence", "GET /staff/outages",
        "GET /staff/outages/{id}");
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
            sessions.put(role, session(Colleague.of(role, accounts, rest)));
        }
    }

    private MockHttpSession session(Colleague colleague) throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", colleague.id())
            .param("password", Colleague.PASSWORD)).andReturn().getRequest().getSession();
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
            browsers.put(role, Colleague.of(role, accounts, rest).browser());
        }
        for (String path : APPLICATIONS) {
            table.add("GET " + path, role -> {
                int status = get(browsers.get(role), role, path);
                return status == 200 ? RoleTable.YES : REFUSED.contains(status) ? RoleTable.NO : String.valueOf(status);
            });
        }
        table.isIn("Web applications of Camunda");
    }

    @Test
    @DisplayName("Without a role nobody opens Camunda's web applications or a page of the staff but those that are open to all of them; without signing in nobody opens any")
    void strangers() throws Exception {
        Colleague stranger = new Colleague(rest, "stranger");
        accounts.open(stranger.id(), "Nima", "Rad", Colleague.PASSWORD);
        HttpClient browser = stranger.browser();
        HttpClient anonymous = HttpClient.newHttpClient();
        for (String path : APPLICATIONS) {
            assertThat(get(browser, "stranger", path)).as(path).isEqualTo(OPEN_APPLICATIONS.contains(path) ? 200 : 403);
            assertThat(get(anonymous, "stranger", path)).as(path).isEqualTo(path.startsWith("/camunda/api/") ? 401 : 302);
        }
        sessions.put("stranger", session(stranger));
        assertThat(pagesOfStaff()).filteredOn(page -> let(page, "stranger"))
            .containsExactlyInAnyOrderElementsOf(OPEN_PAGES);
        for (String page : pagesOfStaff()) {
            MockHttpServletResponse answer = http.perform(request(HttpMethod.valueOf(page.split(" ")[0]), path(page))
                .with(csrf())).andReturn().getResponse();
            if (page.endsWith("/staff/tasks/{id}/draft")) {
                // A script asks for it, not a person.
                assertThat(answer.getStatus()).as(page).isEqualTo(401);
            } else {
                assertThat(answer.getRedirectedUrl()).as(page).endsWith("/staff/sign-in");
            }
        }
    }

    private int get(HttpClient browser, String role, String path) {
        return new Colleague(rest, role).send(browser, HttpMethod.GET, path, null).statusCode();
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
        try {
            MvcResult result = http.perform(request(HttpMethod.valueOf(page.split(" ")[0]), path(page))
                .session(sessions.get(role)).with(csrf())).andReturn();
            assertThat(result.getResponse().getRedirectedUrl()).as("%s as %s", page, role).isNotEqualTo("/staff/sign-in");
            return result.getResponse().getStatus() != 403;
        } catch (Exception reached) {
            throw new IllegalStateException(page, reached);
        }
    }

    private static String path(String page) {
        return page.split(" ")[1].replaceAll("\\{(caseKey|key)}", "complaint-1").replaceAll("\\{[^}]*}", "1");
    }
}
