package org.namad.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.namad.modelling.MailTexts;
import org.namad.rollout.Drafts.Draft;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deploys drafts over REST, as Modeler does when somebody types such a name, and looks for what comes of them. */
@NamadTest
class ModelDraftsTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String SWEEP = "renewal-sweep.bpmn";
    private static final String TABLE = "scoring-terms.dmn";
    private static final String MAIL = """
        <html><head><title>A draft</title></head><body><p>This is not live.</p></body></html>""";

    @Autowired TestRestTemplate http;
    @Autowired StaffAccounts accounts;
    @Autowired IdentityService identities;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired JdbcTemplate database;
    @Autowired MailTexts mails;
    @Autowired Drafts drafts;

    private List<String> before;

    @BeforeEach
    void people() {
        accounts.open("drafts-owner", "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("drafts-second", "Kamran", "Sohrabi", PASSWORD, StaffRoles.PROCESS_OWNER);
        accounts.open("drafts-auditor", "Neda", "Farhadi", PASSWORD, StaffRoles.AUDITOR);
        before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
    }

    /** Other tests share the engine and want the models as they are. */
    @AfterEach
    void takeBack() {
        repository.createDeploymentQuery().list().stream().map(Deployment::getId).filter(id -> !before.contains(id))
            .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("Nothing of a draft is live: no process, table, form, start by timer or message, nor mail; also read anew")
    void nothingLive() throws IOException {
        List<Long> live = live();
        String notice = mails.find("complaint-notice", "en").orElseThrow();
        Map<String, String> files = sweep("R/PT1H");
        files.putAll(Modeler.shipped("complaint.bpmn"));
        files.put(TABLE, Modeler.shipped(TABLE).get(TABLE));
        files.put("complaint-notice.en.html", MAIL);
        files.put("complaint-notice.fa.html", MAIL);

        assertThat(deploy("drafts-owner", "Draft of everything", files)).isEqualTo(HttpStatus.OK);
        engine.getDeploymentCache().discardProcessDefinitionCache();
        engine.getDeploymentCache().discardDecisionDefinitionCache();

        assertThat(live()).isEqualTo(live);
        assertThat(mails.find("complaint-notice", "en")).contains(notice);
        assertThat(repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
            .processDefinitionKey("renewal-sweep").latestVersion().singleResult().getId())).isNotNull();
        Draft draft = drafts.all().get(0);
        assertThat(draft.name()).isEqualTo("Draft of everything");
        assertThat(draft.author()).isEqualTo("Parisa Nouri");
        assertThat(draft.deployedAt()).isNotNull();
        assertThat(draft.files()).contains(SWEEP, TABLE, "complaint-notice.fa.html");
        assertThat(new String(drafts.files(draft.id()).get(SWEEP), StandardCharsets.UTF_8)).contains("R/PT1H");
    }

    /** How much there is of all that a deployment may bring to life. */
    private List<Long> live() {
        return List.of(repository.createProcessDefinitionQuery().count(), repository.createDecisionDefinitionQuery().count(),
            repository.createDecisionRequirementsDefinitionQuery().count(), jobs.createJobQuery().count(),
            jobs.createJobDefinitionQuery().count(), runtime.createEventSubscriptionQuery().count(),
            database.queryForObject("select count(*) from ACT_RE_CAMFORMDEF", Long.class));
    }

    @Test
    @DisplayName("A draft is checked like every deployment: a bad one is refused and not kept, however its name is typed")
    void bad() throws IOException {
        for (String name : List.of("draft", "DRAFT 2", "پیش‌نویس مهلت", "پیش نویس", "پيشنويس")) {
            assertThat(deploy("drafts-owner", name, sweep("every hour"))).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(deploy("drafts-owner", name, sweep("R/PT2H"))).isEqualTo(HttpStatus.OK);
            assertThat(drafts.all().get(0).name()).isEqualTo(name);
        }
        assertThat(drafts.all()).hasSize(5);
    }

    @Test
    @DisplayName("Somebody's newer draft takes the place of the older one of the same name; two people's stand side by side")
    void sideBySide() throws IOException {
        deploy("drafts-owner", "draft sweep", sweep("R/PT1H"));
        deploy("drafts-second", "draft sweep", sweep("R/PT2H"));
        deploy("drafts-owner", "draft sweep", sweep("R/PT3H"));
        deploy("drafts-owner", "draft sweep", sweep("R/PT3H"));
        deploy("drafts-owner", "draft other", sweep("R/PT4H"));

        assertThat(drafts.all()).extracting(draft -> draft.name() + ", " + draft.author()).containsExactlyInAnyOrder(
            "draft sweep, Parisa Nouri", "draft sweep, Kamran Sohrabi", "draft other, Parisa Nouri");
        assertThat(drafts.all().stream().filter(draft -> draft.name().equals("draft sweep"))
            .map(draft -> new String(drafts.files(draft.id()).get(SWEEP), StandardCharsets.UTF_8)))
            .anyMatch(model -> model.contains("R/PT3H")).anyMatch(model -> model.contains("R/PT2H"));
    }

    @Test
    @DisplayName("Put live, a draft is a deployment like any other, in the name of the one who did it, and a draft no more")
    void putLive() throws IOException {
        deploy("drafts-owner", "draft draft sweep", sweep("R/PT1H"));
        Draft draft = drafts.all().get(0);
        long versions = repository.createProcessDefinitionQuery().processDefinitionKey("renewal-sweep").count();

        drafts.putLive(draft.id(), "drafts-second");

        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("renewal-sweep").count())
            .isEqualTo(versions + 1);
        assertThat(repository.createDeploymentQuery().deploymentName("Namad draft sweep").count()).isEqualTo(1);
        assertThat(drafts.all()).isEmpty();
        assertThat(drafts.find(draft.id())).isEmpty();
        assertThatThrownBy(() -> drafts.files(draft.id())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("A draft that the check refuses by now stays a draft; an auditor puts nothing live and discards nothing")
    void refused() throws IOException {
        identities.saveGroup(identities.newGroup("gone-tomorrow"));
        Map<String, String> files = Modeler.shipped("complaint-appeal.bpmn");
        files.computeIfPresent("complaint-appeal.bpmn", (name, model) -> model.replace("\"case-officer\"", "\"gone-tomorrow\""));
        deploy("drafts-owner", "draft appeal", files);
        String id = drafts.all().get(0).id();
        List<Long> live = live();

        assertThatThrownBy(() -> drafts.putLive(id, "drafts-auditor")).isInstanceOf(ModelRefused.class);
        assertThatThrownBy(() -> drafts.discard(id, "drafts-auditor")).isInstanceOf(ModelRefused.class);
        identities.deleteGroup("gone-tomorrow");
        assertThatThrownBy(() -> drafts.putLive(id, "drafts-owner")).isInstanceOf(ModelRefused.class)
            .hasMessageContaining("gone-tomorrow");
        assertThat(drafts.find(id)).isPresent();
        assertThat(live()).isEqualTo(live);
    }

    @Test
    @DisplayName("A draft can be thrown away; what is live cannot be thrown away as one")
    void discard() throws IOException {
        deploy("drafts-owner", "draft sweep", sweep("R/PT1H"));
        String id = drafts.all().get(0).id();
        drafts.discard(id, "drafts-second");
        assertThat(drafts.all()).isEmpty();
        assertThat(repository.createDeploymentQuery().deploymentId(id).count()).isZero();
        assertThatThrownBy(() -> drafts.discard(before.get(0), "drafts-owner")).isInstanceOf(NoSuchElementException.class);
    }

    private static Map<String, String> sweep(String every) throws IOException {
        String model = Modeler.shipped(SWEEP).get(SWEEP);
        return new TreeMap<>(Map.of(SWEEP, model.replaceFirst("(?s)<bpmn:timeCycle[^>]*>[^<]*</bpmn:timeCycle>",
            "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">" + every + "</bpmn:timeCycle>")));
    }

    private HttpStatus deploy(String user, String name, Map<String, String> files) {
        return (HttpStatus) new Modeler(http, user, PASSWORD).deploy(name, files).getStatusCode();
    }
}
