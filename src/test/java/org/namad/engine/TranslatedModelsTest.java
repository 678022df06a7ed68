package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.Resource;

/** What is deployed of the shipped models, in either language. */
@NamadTest
class TranslatedModelsTest {

    @Autowired RepositoryService repository;
    @Autowired AutowireCapableBeanFactory beans;

    @Test
    @DisplayName("Names and labels are in the language of namad.language; another one makes a new version, the same one none")
    void languages() throws IOException {
        ProcessDefinition persian = latest();
        assertThat(persian.getName()).isEqualTo("شکایت");
        assertThat(model(persian)).contains("id=\"Task_RuleOnComplaint\"", "name=\"رأی درباره شکایت\"",
            "کارشناس پرونده سخن هر دو طرف را می‌خواند", "name=\"ComplaintOpened\"")
            .doesNotContain("Rule on complaint", "A case officer reads both sides");

        TranslatedModels english = new TranslatedModels(Locale.ENGLISH);
        beans.autowireBean(english);
        DeploymentWithDefinitions first = deploy(english);
        try {
            assertThat(latest().getVersion()).isEqualTo(persian.getVersion() + 1);
            assertThat(latest().getName()).isEqualTo("Complaint");
            assertThat(model(latest())).contains("Rule on complaint");
            assertThat(deploy(english).getId()).isEqualTo(first.getId());
            assertThat(latest().getVersion()).isEqualTo(persian.getVersion() + 1);
        } finally {
            repository.deleteDeployment(first.getId(), true);
        }
    }

    private DeploymentWithDefinitions deploy(TranslatedModels models) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name("Another language").enableDuplicateFiltering(false);
        for (Resource file : models.getDeploymentResources()) {
            deployment.addInputStream(file.getDescription(), file.getInputStream());
        }
        return deployment.deployWithResult();
    }

    private ProcessDefinition latest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("complaint").latestVersion().singleResult();
    }

    private String model(ProcessDefinition definition) throws IOException {
        return new String(repository.getProcessModel(definition.getId()).readAllBytes(), StandardCharsets.UTF_8);
    }
}
