package org.namad.rehearsal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.engine.StaffRoles;
import org.namad.modelling.MailTexts;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rehearsal plays as the live side. */
@NamadTest
class LiveModelsTest {

    private static final String MAIL = "complaint-notice.en.html";

    @Autowired LiveModels live;
    @Autowired MailTexts mails;
    @Autowired RepositoryService repository;
    @Autowired IdentityService identities;

    private List<String> before;

    @BeforeEach
    void look() {
        before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
    }

    /** Other tests share the engine and want the mails as they are. */
    @AfterEach
    void takeBack() {
        repository.createDeploymentQuery().list().stream().map(Deployment::getId).filter(id -> !before.contains(id))
            .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("N17 A mail that was deployed without a model is part of what is live; its older text and a draft's are not")
    void mailAlone() {
        deploy("mail", "The first text");
        deploy("mail again", "The second text");
        deploy("draft mail", "The text of a draft");

        List<String> texts = live.deployments().stream().map(files -> files.get(MAIL)).filter(Objects::nonNull)
            .map(text -> new String(text, StandardCharsets.UTF_8)).toList();
        assertThat(texts).containsExactly(mails.find("complaint-notice", "en").orElseThrow());
        assertThat(texts.get(0)).contains("The second text");
    }

    private void deploy(String name, String text) {
        identities.setAuthentication("live-owner", List.of(StaffRoles.PROCESS_OWNER));
        try {
            repository.createDeployment().name(name).addString(MAIL,
                "<html><head><title>Complaint</title></head><body><p>" + text + "</p></body></html>").deploy();
        } finally {
            identities.clearAuthentication();
        }
    }
}
