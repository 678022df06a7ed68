package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** What a start does with the shipped models, after process owners have changed some and a release others. */
@NamadTest
class ShippedModelsTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    private static final String OWNER = "release-owner";

    @Autowired RepositoryService repository;
    @Autowired HistoryService history;
    @Autowired IdentityService identities;
    @Autowired StaffAccounts accounts;
    @Autowired AutowireCapableBeanFactory beans;

    private List<String> before;

    @BeforeEach
    void owner() {
        accounts.open(OWNER, "Parisa", "Nouri", "Kafe-sahar-27", StaffRoles.PROCESS_OWNER);
        before = deployments();
    }

    /** Other tests share the engine and want the models as they are. */
    @AfterEach
    void takeBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("Names and labels are in the language of namad.language; another one makes a new version, the same one none")
    void languages() throws IOException {
        ProcessDefinition persian = process("complaint");
        assertThat(persian.getName()).isEqualTo("شکایت");
        assertThat(text(persian.getDeploymentId(), "complaint.bpmn")).contains("id=\"Task_RuleOnComplaint\"",
            "name=\"رأی درباره شکایت\"", "کارشناس پرونده سخن هر دو طرف را می‌خواند", "name=\"ComplaintOpened\"")
            .doesNotContain("Rule on complaint", "A case officer reads both sides");
        start(PERSIAN, Map.of());
        assertThat(deployments()).isEqualTo(before);

        start(Locale.ENGLISH, Map.of());
        assertThat(process("complaint").getVersion()).isEqualTo(persian.getVersion() + 1);
        assertThat(process("complaint").getName()).isEqualTo("Complaint");
        assertThat(text(process("complaint").getDeploymentId(), "complaint.bpmn")).contains("Rule on complaint");
        start(Locale.ENGLISH, Map.of());
        assertThat(process("complaint").getVersion()).isEqualTo(persian.getVersion() + 1);
        assertThat(deployments()).hasSize(before.size() + 1);
    }

    @Test
    @DisplayName("A release leaves flows and numbers that people have put live; what else has changed in it is new, once, with its forms")
    void release() throws IOException {
        deploy("renewal-sweep.bpmn", "0 0 5 * * ?", "0 0 6 * * ?");
        deploy("fee.dmn", "175000", "180000");
        Map<String, Integer> versions = versions();
        ShippedModels release = start(PERSIAN, Map.of("complaint-appeal.bpmn", "workingDays.after(5)"));

        versions.merge("complaint-appeal", 1, Integer::sum);
        assertThat(versions()).isEqualTo(versions);
        String deployment = process("complaint-appeal").getDeploymentId();
        assertThat(text(deployment, "complaint-appeal.bpmn")).contains("workingDays.after(5) }");
        assertThat(text(deployment, "rule-on-complaint-appeal.form")).isNotBlank();
        assertThat(repository.getDeploymentResourceNames(deployment)).doesNotContain("complaint.bpmn", "fee.dmn");
        assertThat(release.onOffer()).isEmpty();

        start(PERSIAN, Map.of("complaint-appeal.bpmn", "workingDays.after(5)"));
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    @DisplayName("A changed form makes a new version of the flow whose task has it, and of no other")
    void forms() throws IOException {
        Map<String, Integer> versions = versions();
        start(PERSIAN, Map.of("review-renewal.form", "\"schemaVersion\":"));
        versions.merge("seal-renewal", 1, Integer::sum);
        assertThat(versions()).isEqualTo(versions);
        assertThat(text(process("seal-renewal").getDeploymentId(), "review-renewal.form")).contains("\"schemaVersion\": ");
    }

    @Test
    @DisplayName("A release's new version of what a person has put live is on offer, in another language too, until it is taken")
    void offer() throws IOException {
        deploy("fee.dmn", "175000", "180000");
        Map<String, Integer> versions = versions();
        ShippedModels release = start(PERSIAN, Map.of("fee.dmn", "175000"));
        assertThat(versions()).isEqualTo(versions);
        assertThat(release.onOffer()).containsExactly("fee.dmn");
        assertThat(new String(release.files("fee.dmn").get("fee.dmn"), StandardCharsets.UTF_8)).contains("175000 ");

        ShippedModels english = start(Locale.ENGLISH, Map.of());
        assertThat(versions().get("fee")).isEqualTo(versions.get("fee"));
        assertThat(versions().get("complaint")).isEqualTo(versions.get("complaint") + 1);
        assertThat(english.onOffer()).containsExactly("fee.dmn");

        deploy(english.files("fee.dmn"));
        assertThat(english.onOffer()).isEmpty();
    }

    /** Starts Namad's models as a release would that has a blank more behind the given text in some files. */
    private ShippedModels start(Locale language, Map<String, String> changed) {
        TranslatedModels models = new TranslatedModels(language) {
            @Override
            public Set<Resource> getDeploymentResources() {
                return super.getDeploymentResources().stream().map(file -> changed.containsKey(file.getDescription())
                    ? changed(file, changed.get(file.getDescription())) : file).collect(Collectors.toSet());
            }
        };
        beans.autowireBean(models);
        ShippedModels started = new ShippedModels(models, repository, history);
        started.putLive();
        return started;
    }

    private static Resource changed(Resource file, String at) {
        try {
            String content = file.getContentAsString(StandardCharsets.UTF_8);
            assertThat(content).contains(at);
            return new ByteArrayResource(content.replaceFirst(Pattern.quote(at), "$0 ")
                .getBytes(StandardCharsets.UTF_8)) {
                @Override
                public String getDescription() {
                    return file.getDescription();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys what is live with one change, as a process owner does. */
    private void deploy(String file, String from, String to) throws IOException {
        String key = file.replaceFirst("\\..*", "");
        String live = text(file.endsWith(".dmn") ? decision(key).getDeploymentId() : process(key).getDeploymentId(), file);
        assertThat(live).contains(from);
        deploy(Map.of(file, live.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }

    private void deploy(Map<String, byte[]> files) {
        identities.setAuthentication(OWNER, List.of(StaffRoles.PROCESS_OWNER));
        try {
            DeploymentBuilder deployment = repository.createDeployment().name("redesign");
            files.forEach((name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
            deployment.deploy();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The newest version of each model; no process has the key of a table. */
    private Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        repository.createProcessDefinitionQuery().latestVersion().list()
            .forEach(newest -> versions.put(newest.getKey(), newest.getVersion()));
        repository.createDecisionDefinitionQuery().latestVersion().list()
            .forEach(newest -> versions.put(newest.getKey(), newest.getVersion()));
        return versions;
    }

    private List<String> deployments() {
        return List.copyOf(new TreeSet<>(repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList()));
    }

    private ProcessDefinition process(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
    }

    private DecisionDefinition decision(String key) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().singleResult();
    }

    private String text(String deployment, String file) throws IOException {
        return new String(repository.getResourceAsStream(deployment, file).readAllBytes(), StandardCharsets.UTF_8);
    }
}
