package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.party.Business;
import org.namad.party.PartySession;
import org.namad.party.Person;
import org.namad.roles.RoleTable;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@NamadTest
class AccessTest {

    /** What anybody may reach. Whoever opens a new path says so here too. */
    private static final List<String> OPEN = List.of("/", "/inquiry", "/profile", "/profile\\.jws",
        "/\\.well-known/jwks\\.json", "/badge\\.svg", "/sign-in(/.*)?",
        "/sign-out", "/register(/.*)?", "/complaints(/.*)?", "/answer(/.*)?", "/delegations/.*", "/apply", "/payments/callback",
        "/api/v1/(seals|complaints)(/.*)?", "/api/v1/status-feed", "/staff/sign-in", "/demo(/.*)?", "/statistics", "/statistics/[^/]+\\.csv", "/error");

    /** What changes nothing for anybody but leads the reader back, whether or not there is such a thing. */
    private static final Set<String> HARMLESS = Set.of("/apply/form/{token:[0-9a-f-]{36}}/discard");

    @Autowired
    MockMvc http;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;
    @Autowired
    PartySession session;
    @Autowired
    TestData data;
    @Autowired
    ComplaintDesk complaints;
    @Autowired
    EnforcementDesk enforcement;

    @Test
    @DisplayName("Every path that was not opened is closed to visitors, whatever the method")
    void closedUnlessOpened() throws Exception {
        List<RequestMappingInfo> all = List.copyOf(mappings.getHandlerMethods().keySet());
        assertThat(all).hasSizeGreaterThan(5);
        for (RequestMappingInfo mapping : all) {
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}", "1");
                if (OPEN.stream().noneMatch(path::matches)) {
                    for (RequestMethod method : methods(mapping)) {
                        MvcResult result = http.perform(request(HttpMethod.valueOf(method.name()), path).with(csrf()))
                            .andReturn();
                        assertThat(result.getHandler()).as("%s %s", method, path).isNull();
                        assertThat(result.getResponse().getStatus()).as("%s %s", method, path).isIn(302, 401, 403, 404);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("Every page of the staff has its row in docs/roles.md: who may open it and who may send it")
    void inTheMatrix() throws Exception {
        assertThat(mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream()
            .filter(path -> path.matches("/staff(/.*)?") && !path.equals("/staff/sign-in"))
            .flatMap(path -> methods(mapping).stream().map(method -> method + " " + path))))
            .isSubsetOf(RoleTable.labels("Pages"));
    }

    @Test
    @DisplayName("R17 Whoever has signed in but has nothing to do with a case finds none of its pages, whatever the method")
    void strangers() throws Exception {
        Business company = data.company();
        Seal seal = data.issuedSeal(company);
        Map<String, Long> cases = Map.of("seals", seal.id(), "businesses", company.id(),
            "complaints", complaints.register(new NewComplaint(data.person().id(), seal.domain(), "F-1", null,
                ComplaintReason.OTHER, "شرح", null)).id(),
            "enforcement", enforcement.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "شواهد", StatedBy.staff("officer1")).id());
        Person stranger = data.person();
        MockHttpServletRequest request = new MockHttpServletRequest();
        session.signIn(stranger, request, new MockHttpServletResponse());
        SecurityContextHolder.clearContext();
        MockHttpSession browser = (MockHttpSession) request.getSession();
        int asked = 0;
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.matches("/(panel|payments|documents|apply)/.*\\{.*")) {
                    String path = pattern.replace("{subject}", "title").replaceAll("\\{what:[^}]*}", "reply")
                        .replaceAll("\\{token:(?:[^{}]|\\{[^}]*})*}", "00000000-0000-4000-8000-000000000000");
                    for (Map.Entry<String, Long> one : cases.entrySet()) {
                        path = path.replaceFirst("(/panel/" + one.getKey() + "/)\\{(?:[^{}]|\\{[^}]*})*}", "$1" + one.getValue());
                    }
                    path = path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "1");
                    for (RequestMethod method : methods(mapping)) {
                        int status = http.perform(request(HttpMethod.valueOf(method.name()), path).session(browser)
                            .param("seen", "").param("address", "").with(csrf())).andReturn().getResponse().getStatus();
                        assertThat(status).as("%s %s", method, path).isIn(HARMLESS.contains(pattern)
                            ? List.of(302) : List.of(403, 404));
                        asked++;
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(25);
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/actuator", "/actuator/env", "/h2-console", "/.git/config", "/badges/active.svg",
        "/api", "/api/v1", "/api/v1/nothing", "/api/v1/seals/1/2", "/api/v2/seals", "/v3/api-docs", "/v3/api-docs/v1"})
    @DisplayName("A path that nobody opened is not there")
    void notThere(String path) throws Exception {
        assertThat(http.perform(get(path)).andExpect(status().isNotFound()).andReturn().getHandler()).isNull();
    }

    @Test
    @DisplayName("A visitor who wants the panel is asked to sign in and comes back to it")
    void panelNeedsSignIn() throws Exception {
        MockHttpSession browser = (MockHttpSession) http.perform(get("/panel?tab=seals").accept(MediaType.TEXT_HTML))
            .andExpect(redirectedUrl("/sign-in")).andReturn().getRequest().getSession();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(browser);
        assertThat(session.takeIntended(request, new MockHttpServletResponse())).get().asString()
            .endsWith("/panel?tab=seals");
        assertThat(session.takeIntended(request, new MockHttpServletResponse())).isEmpty();
    }

    @Test
    @DisplayName("A person signed in on the public pages is nobody on the staff's, and the other way round")
    void twoSignIns() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Person person = data.person();
        session.signIn(person, request, new MockHttpServletResponse());
        SecurityContextHolder.clearContext();
        MockHttpSession browser = (MockHttpSession) request.getSession();
        http.perform(get("/staff").session(browser)).andExpect(redirectedUrl("/staff/sign-in"));
        http.perform(get("/camunda/api/engine/engine/default/task").session(browser))
            .andExpect(status().isUnauthorized());

        MockHttpSession staff = signInStaff();
        http.perform(get("/staff").session(staff)).andExpect(status().isOk());
        http.perform(get("/panel").session(staff)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    @DisplayName("Signing out in Tasklist signs out of Namad, and leaves the public sign-in alone")
    void signOutInTasklist() throws Exception {
        MockHttpSession staff = signInStaff();
        staff.setAttribute("NAMAD_PARTY", "somebody");
        http.perform(post("/camunda/api/admin/auth/user/default/logout").session(staff)).andExpect(status().isOk());
        http.perform(get("/staff").session(staff)).andExpect(redirectedUrl("/staff/sign-in?out"));
        assertThat(staff.getAttribute("NAMAD_PARTY")).isEqualTo("somebody");
    }

    private MockHttpSession signInStaff() throws Exception {
        return (MockHttpSession) http.perform(post("/staff/sign-in").with(csrf()).param("username", "officer1")
                .param("password", "Namad-demo-1"))
            .andExpect(redirectedUrl("/staff")).andReturn().getRequest().getSession();
    }

    @Test
    @DisplayName("A wrong password signs nobody in")
    void wrongPassword() throws Exception {
        http.perform(post("/staff/sign-in").with(csrf()).param("username", "officer2").param("password", "guess"))
            .andExpect(redirectedUrl("/staff/sign-in?error"));
    }

    @Test
    @DisplayName("A form without its token is refused; an upload too large to be read is told so")
    void forgedForms() throws Exception {
        http.perform(post("/staff/sign-in").param("username", "officer1").param("password", "Namad-demo-1"))
            .andExpect(status().isForbidden());
        http.perform(multipart("/complaints/new")).andExpect(status().isPayloadTooLarge());
    }

    @Test
    @DisplayName("Every page tells the browser to load nothing from elsewhere and to be framed by nobody else")
    void headers() throws Exception {
        for (String path : List.of("/", "/staff/sign-in")) {
            http.perform(get(path))
                .andExpect(header().string("Content-Security-Policy",
                    allOf(startsWith("default-src 'self'"), containsString("frame-ancestors 'self'"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "strict-origin-when-cross-origin"));
        }
    }
}
