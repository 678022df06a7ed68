package org.namad.rollout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.calendar.JalaliDates;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rollout.Drafts;
import org.namad.rollout.Launches;
import org.namad.rollout.Launches.Launch;
import org.namad.rollout.ModelVersions;
import org.namad.rollout.ModelVersions.Kind;
import org.namad.rollout.ModelVersions.Model;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** What process owners and auditors see of the versions, and the way back. */
@NamadTest
class ModelsPageTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String KEY = "complaint-appeal";
    private static final String FILE = KEY + ".bpmn";
    private static final String FORM = "rule-on-complaint-appeal.form";
    private static final String MAIL = "<html><head><title>Appeal</title></head><body><p>Heard.</p></body></html>";
    private static final String TERM = "workingDays.after(5)";

    @Autowired MockMvc http;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired RepositoryService repository;
    @Autowired ModelVersions versions;
    @Autowired Drafts drafts;
    @Autowired Launches launches;
    @Autowired JalaliDates dates;
    @Autowired JdbcTemplate database;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void people() {
        accounts.open("versions-owner", "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("versions-auditor", "Neda", "Farhadi", PASSWORD, StaffRoles.AUDITOR);
    }

    /** Other tests share the engine and want the models as they are. */
    @AfterEach
    void takeBack() {
        List<ProcessDefinition> later = repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list();
        later.stream().filter(definition -> definition.getVersion() > 1).map(ProcessDefinition::getDeploymentId)
            .distinct().forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    @DisplayName("Versions stand side by side, with who put them live and how many cases each holds; auditors only read")
    void versions() throws Exception {
        deploy(shipped().replace(TERM, "workingDays.after(6)"));
        Model model = versions.find(Kind.PROCESS, KEY).orElseThrow();
        assertThat(model.versions()).extracting(ModelVersions.Version::number).startsWith(2, 1);
        assertThat(model.versions().get(0).deployedBy()).isEqualTo("Parisa Nouri");
        assertThat(model.versions().get(1).deployedBy()).isNull();

        http.perform(get("/staff/models?lang=en").with(staff("versions-owner"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Parisa Nouri"), containsString("came with Namad"),
                containsString("restore?kind=process&amp;key=" + KEY + "&amp;version=1"),
                containsString("scoring-terms"))));
        http.perform(get("/staff/models").with(staff("versions-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(not(containsString("restore?"))));
        http.perform(get("/staff/models/process/" + KEY + "/2").with(staff("versions-auditor")))
            .andExpect(status().isOk()).andExpect(content().string(containsString("workingDays.after(6)")));
        http.perform(get("/staff/models/process/" + KEY + "/9").with(staff("versions-auditor")))
            .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("An older version comes back as the newest one, in the name of the process owner and through the check")
    void restore() throws Exception {
        deploy(shipped().replace(TERM, "workingDays.after(6)"));
        http.perform(get("/staff/models/restore?lang=en").with(staff("versions-owner")).param("kind", "process")
            .param("key", KEY).param("version", "1")).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString(FILE), containsString(FORM))));
        http.perform(post("/staff/models/restore").with(staff("versions-owner")).with(csrf()).param("kind", "process")
                .param("key", KEY).param("version", "1")).andExpect(redirectedUrl("/staff/models"))
            .andExpect(flash().attributeExists("message"));

        Model model = versions.find(Kind.PROCESS, KEY).orElseThrow();
        assertThat(model.versions().get(0).number()).isEqualTo(3);
        assertThat(model.versions().get(0).deployedBy()).isEqualTo("Parisa Nouri");
        assertThat(versions.file(Kind.PROCESS, KEY, 3).orElseThrow().content())
            .isEqualTo(versions.file(Kind.PROCESS, KEY, 1).orElseThrow().content());
        // The newest is live already.
        http.perform(post("/staff/models/restore").with(staff("versions-owner")).with(csrf()).param("kind", "process")
            .param("key", KEY).param("version", "3")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("What a release brings for a flow that a person has changed is on offer with its files, and taken in the process owner's name")
    void shippedVersion() throws Exception {
        // As an older release may have shipped it.
        repository.createDeployment().addString(FILE, shipped().replace(TERM, "workingDays.after(4)"))
            .addString(FORM, form()).deploy();
        deploy(shipped().replace(TERM, "workingDays.after(6)"));
        String offer = "restore?kind=process&amp;key=" + KEY + "&amp;version=0";
        http.perform(get("/staff/models?lang=en").with(staff("versions-owner")))
            .andExpect(content().string(allOf(containsString(offer), containsString("This release of Namad has a new version"))));
        http.perform(get("/staff/models?lang=en").with(staff("versions-auditor")))
            .andExpect(content().string(allOf(not(containsString("restore?")), containsString(KEY + "/0/files"))));
        assertThat(zipped("/staff/models/process/" + KEY + "/0/files")).containsExactlyInAnyOrder(FILE, FORM);
        http.perform(get("/staff/models/restore?lang=en").with(staff("versions-owner")).param("kind", "process")
            .param("key", KEY).param("version", "0")).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString(FORM), containsString("becomes the newest one, with number 4"))));

        http.perform(post("/staff/models/restore").with(staff("versions-owner")).with(csrf()).param("kind", "process")
                .param("key", KEY).param("version", "0")).andExpect(redirectedUrl("/staff/models"))
            .andExpect(flash().attributeExists("message"));
        Model model = versions.find(Kind.PROCESS, KEY).orElseThrow();
        assertThat(model.versions().get(0).deployedBy()).isEqualTo("Parisa Nouri");
        assertThat(versions.file(Kind.PROCESS, KEY, 4).orElseThrow().content())
            .isEqualTo(versions.file(Kind.PROCESS, KEY, 1).orElseThrow().content());
        assertThat(model.offered()).isFalse();
        http.perform(post("/staff/models/restore").with(staff("versions-owner")).with(csrf()).param("kind", "process")
            .param("key", KEY).param("version", "0")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("A version is downloaded with the forms and mails that are deployed with it")
    void files() throws Exception {
        identities.setAuthentication("versions-owner", List.of(StaffRoles.PROCESS_OWNER));
        try {
            repository.createDeployment().addString(FILE, shipped().replace(">complaint-appealed<", ">appeal-heard<"))
                .addString(FORM, form()).addString("appeal-heard.fa.html", MAIL).addString("appeal-heard.en.html", MAIL)
                .addString("another.fa.html", MAIL).addString("another.en.html", MAIL).deploy();
        } finally {
            identities.clearAuthentication();
        }
        assertThat(zipped("/staff/models/process/" + KEY + "/2/files")).containsExactlyInAnyOrder(FILE, FORM,
            "appeal-heard.fa.html", "appeal-heard.en.html");
        assertThat(zipped("/staff/models/process/" + KEY + "/1/files")).containsExactlyInAnyOrder(FILE, FORM);
        for (String none : List.of("0", "9")) {
            http.perform(get("/staff/models/process/" + KEY + "/" + none + "/files").with(staff("versions-owner")))
                .andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("A version of which the check finds today that it would not work does not come back, and the page says why")
    void restoreRefused() throws Exception {
        identities.saveGroup(identities.newGroup("soon-gone"));
        deploy(shipped().replace("\"case-officer\"", "\"soon-gone\""));
        deploy(shipped());
        identities.deleteGroup("soon-gone");
        http.perform(post("/staff/models/restore").with(staff("versions-owner")).with(csrf()).param("kind", "process")
                .param("key", KEY).param("version", "2")).andExpect(redirectedUrl("/staff/models"))
            .andExpect(flash().attribute("refused", hasItem(containsString("soon-gone"))));
        assertThat(versions.find(Kind.PROCESS, KEY).orElseThrow().versions()).hasSize(3);
    }

    @Test
    @DisplayName("Files are checked without being deployed: a sentence for each fault, in the language of the page")
    void check() throws Exception {
        int before = versions.find(Kind.PROCESS, KEY).orElseThrow().versions().size();
        http.perform(multipart("/staff/models/check?lang=en")
                .file(upload(FILE, shipped().replace("\"case-officer\"", "\"no-such-group\""))).file(upload(FORM, form()))
                .with(staff("versions-owner")).with(csrf())).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("One fault was found"),
                containsString("there is no group &quot;no-such-group&quot;"))));
        http.perform(multipart("/staff/models/check?lang=en")
                .file(upload(FILE, shipped())).file(upload(FORM, form()))
                .with(staff("versions-owner")).with(csrf())).andExpect(status().isOk())
            .andExpect(content().string(containsString("These files can be deployed")));
        http.perform(multipart("/staff/models/check?lang=en").with(staff("versions-owner")).with(csrf()))
            .andExpect(content().string(containsString("No file was chosen")));
        assertThat(versions.find(Kind.PROCESS, KEY).orElseThrow().versions()).hasSize(before);
    }

    @Test
    @DisplayName("What was checked is kept as a draft without being uploaded again, looked at by auditors, and put live")
    void draft() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String checked = http.perform(multipart("/staff/models/check?lang=en")
                .file(upload(FILE, shipped().replace(TERM, "workingDays.after(7)"))).file(upload(FORM, form())).session(session)
                .with(staff("versions-owner")).with(csrf())).andReturn().getResponse().getContentAsString();
        String upload = checked.replaceAll("(?s).*name=\"upload\" value=\"([^\"]+)\".*", "$1");
        http.perform(post("/staff/models/drafts").session(session).with(staff("versions-owner")).with(csrf())
            .param("upload", "another")).andExpect(redirectedUrl("/staff/models/check"));
        String page = http.perform(post("/staff/models/drafts?lang=en").session(session).with(staff("versions-owner"))
            .with(csrf()).param("upload", upload).param("name", "Seven days")).andExpect(flash().attributeExists("message"))
            .andReturn().getResponse().getRedirectedUrl();

        assertThat(versions.find(Kind.PROCESS, KEY).orElseThrow().versions()).hasSize(1);
        http.perform(get("/staff/models?lang=en").with(staff("versions-auditor")))
            .andExpect(content().string(allOf(containsString("draft Seven days"), containsString("Parisa Nouri"),
                containsString(page), not(containsString("put it live")))));
        http.perform(get(page + "?lang=en").with(staff("versions-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Nothing was found"), not(containsString(page + "/live")))));
        byte[] zip = http.perform(get(page + "/files").with(staff("versions-auditor"))).andReturn().getResponse()
            .getContentAsByteArray();
        assertThat(new ZipInputStream(new ByteArrayInputStream(zip)).getNextEntry().getName()).isEqualTo(FILE);
        http.perform(post(page + "/live").with(staff("versions-auditor")).with(csrf())).andExpect(status().isForbidden());
        http.perform(post(page + "/discard").with(staff("versions-auditor")).with(csrf())).andExpect(status().isForbidden());

        http.perform(get(page + "?lang=en").with(staff("versions-owner")))
            .andExpect(content().string(allOf(containsString(page + "/live"), containsString(page + "/discard"))));
        http.perform(post(page + "/live").with(staff("versions-owner")).with(csrf()))
            .andExpect(redirectedUrl("/staff/models")).andExpect(flash().attributeExists("message"));
        assertThat(versions.find(Kind.PROCESS, KEY).orElseThrow().versions()).hasSize(2);
        http.perform(post(page + "/discard").with(staff("versions-owner")).with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("N8 A draft is put live from a day on, Jalali in Persian digits too; pages show it in both languages until it is cancelled, and a wrong day stays in its field")
    void launch() throws Exception {
        String draft = drafts.keep("draft Seven days", Map.of(FILE, shipped().replace(TERM, "workingDays.after(7)")
            .getBytes(StandardCharsets.UTF_8), FORM, form().getBytes(StandardCharsets.UTF_8)), "versions-owner");
        String page = "/staff/models/drafts/" + draft;
        Map.of("1499/13/01", "There is no such day", "۱۴۰۰/۰۱/۰۱", "write a day after today").forEach((typed, said) ->
            assertThat(sent(page + "/launch?lang=en", typed, 422)).contains("value=\"" + typed + "\"", said));

        http.perform(post(page + "/launch").with(staff("versions-owner")).with(csrf()).param("from", "۱۴۹۹/۰۱/۰۱"))
            .andExpect(redirectedUrl("/staff/models")).andExpect(flash().attributeExists("message"));
        String day = dates.date(dates.parse("1499/01/01").orElseThrow(), Locale.ENGLISH);
        http.perform(get("/staff/models?lang=en").with(staff("versions-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Live from " + day), containsString("Parisa Nouri"),
                not(containsString("/launch")))));
        http.perform(get("/staff/models?lang=fa").with(staff("versions-owner"))).andExpect(content().string(
            allOf(containsString("اجرا از ۱ فروردین ۱۴۹۹"), containsString(page + "/launch/cancel"))));
        http.perform(get(page + "?lang=en").with(staff("versions-owner"))).andExpect(content().string(
            allOf(containsString("Live from " + day), containsString("deployed in the name of \u2068Parisa Nouri\u2069"))));
        sent(page + "/launch/cancel?lang=en", "", 302);
        http.perform(get("/staff/models?lang=en").with(staff("versions-owner")))
            .andExpect(content().string(not(containsString("Live from"))));
        sent(page + "/launch/cancel", "", 404);
        drafts.discard(draft, "versions-owner");
    }

    @Test
    @DisplayName("N8 Of two who set a day for one draft at the same moment the first one's holds, and the second reads so in the page's language")
    void launchedAtOnce() throws Exception {
        String draft = drafts.keep("draft Eight days", Map.of(FILE, shipped().replace(TERM, "workingDays.after(8)")
            .getBytes(StandardCharsets.UTF_8), FORM, form().getBytes(StandardCharsets.UTF_8)), "versions-owner");
        LocalDate day = dates.parse("1499/01/01").orElseThrow();
        for (String language : List.of("fa", "en")) {
            CompletableFuture<MvcResult> second = transaction.execute(status -> {
                launches.plan(draft, day, "versions-owner");
                CompletableFuture<MvcResult> post = CompletableFuture.supplyAsync(() -> setDay(draft, language));
                Awaitility.await("the second waits for the first").until(() -> post.isDone() || waiting() > 0);
                return post;
            });
            MvcResult told = second.join();
            assertThat(told.getResponse().getRedirectedUrl()).isEqualTo("/staff/models");
            http.perform(get("/staff/models").queryParam("lang", language).with(staff("versions-owner"))
                .flashAttrs(told.getFlashMap())).andExpect(content().string(containsString(language.equals("fa")
                    ? "همکار دیگری هم برای «draft Eight days» روز تعیین کرد" : "a colleague set a day for")));
            assertThat(launches.of(draft)).get().returns(day, Launch::from);
            launches.cancel(draft, "versions-owner");
        }
        drafts.discard(draft, "versions-owner");
    }

    private MvcResult setDay(String draft, String language) {
        try {
            return http.perform(post("/staff/models/drafts/" + draft + "/launch").queryParam("lang", language)
                .with(staff("versions-owner")).with(csrf()).param("from", "1499/02/02")).andReturn();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many sessions of H2 are writing into the plan. */
    private long waiting() {
        return database.queryForObject("select count(*) from information_schema.sessions where executing_statement"
            + " ilike 'insert into planned_draft%'", Long.class);
    }

    private String sent(String path, String from, int status) {
        try {
            return http.perform(post(path).with(staff("versions-owner")).with(csrf()).param("from", from))
                .andExpect(status().is(status)).andReturn().getResponse().getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Test
    @DisplayName("N8 A policy is replayed with an older version or an uploaded table; a bad one is refused with the sentence")
    void replay() throws Exception {
        http.perform(get("/staff/models/replay?lang=en&candidate=version:enforcement-level:1")
                .with(staff("versions-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Letter about the number of complaints"),
                containsString("No seal would fare differently"), not(containsString("type=\"file\"")))));
        http.perform(get("/staff/models/replay.csv?lang=en&candidate=version:renewal-decision:1")
                .with(staff("versions-auditor"))).andExpect(status().isOk())
            .andExpect(content().string(containsString("Seal,Site,Today's table,Candidate")));
        http.perform(get("/staff/models/replay?lang=en&candidate=version:enforcement-level:1&from=tomorrow")
            .with(staff("versions-owner"))).andExpect(content().string(containsString("could not be read")));
        http.perform(get("/staff/models/replay?lang=en&candidate=upload:gone").with(staff("versions-owner")))
            .andExpect(content().string(containsString("no longer at hand")));

        String table = new ClassPathResource("processes/decisions/renewal-decision.dmn")
            .getContentAsString(StandardCharsets.UTF_8);
        MockHttpSession session = new MockHttpSession();
        String page = http.perform(multipart("/staff/models/replay?lang=en").file(upload("renewal-decision.dmn", table))
            .session(session).with(staff("versions-owner")).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        assertThat(page).startsWith("/staff/models/replay?candidate=upload");
        http.perform(get(URI.create(page + "&lang=en")).session(session).with(staff("versions-owner")))
            .andExpect(content().string(containsString("Renewed automatically")));
        http.perform(multipart("/staff/models/replay?lang=en")
                .file(upload("renewal-decision.dmn", table.replace("\"blocked\"", "\"frozen\"")))
                .with(staff("versions-owner")).with(csrf()))
            .andExpect(flash().attribute("findings", hasToString(containsString("decision = frozen"))));
    }

    private String shipped() {
        return new String(versions.file(Kind.PROCESS, KEY, 1).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private List<String> zipped(String page) throws Exception {
        byte[] zip = http.perform(get(page).with(staff("versions-auditor"))).andExpect(status().isOk()).andReturn()
            .getResponse().getContentAsByteArray();
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                names.add(file.getName());
            }
        }
        return names;
    }

    private static MockMultipartFile upload(String name, String content) {
        return new MockMultipartFile("files", name, null, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String form() throws IOException {
        return new ClassPathResource("forms/" + FORM).getContentAsString(StandardCharsets.UTF_8);
    }

    private void deploy(String model) throws IOException {
        identities.setAuthentication("versions-owner", List.of(StaffRoles.PROCESS_OWNER));
        try {
            repository.createDeployment().addString(FILE, model).addString(FORM, form()).deploy();
        } finally {
            identities.clearAuthentication();
        }
    }

    private RequestPostProcessor staff(String id) {
        StaffMember member = accounts.find(id).orElseThrow();
        return authentication(UsernamePasswordAuthenticationToken.authenticated(member, null,
            AuthorityUtils.createAuthorityList(Stream.concat(Stream.of("staff"), member.groups().stream())
                .map(group -> "ROLE_" + group).toArray(String[]::new))));
    }
}
