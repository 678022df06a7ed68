package org.namad.rollout.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.namad.rollout.ModelRefused;
import org.springframework.stereotype.Component;

/** What has been deployed file by file, by whom, and the way to deploy more in somebody's name. */
@Component
class DeployedFiles {

    private final RepositoryService repository;
    private final HistoryService history;
    private final AsPerson person;

    DeployedFiles(RepositoryService repository, HistoryService history, AsPerson person) {
        this.repository = repository;
        this.history = history;
        this.person = person;
    }

    byte[] read(String deployment, String file) {
        try (var stream = repository.getResourceAsStream(deployment, file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who deployed what, by the deployment's id and the person's name; what Namad itself deployed is not there. */
    Map<String, String> deployers() {
        Map<String, String> deployers = new HashMap<>();
        for (UserOperationLogEntry entry : history.createUserOperationLogQuery().entityType(EntityTypes.DEPLOYMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE).list()) {
            deployers.put(entry.getDeploymentId(), person.nameOf(entry.getUserId()));
        }
        return deployers;
    }

    /**
     * Deploys files in somebody's name.
     *
     * @return the deployment's id
     * @throws ModelRefused if the check or the engine refuses
     */
    String deploy(String name, Map<String, byte[]> files, String staffId) {
        return person.run(staffId, () -> {
            DeploymentBuilder deployment = repository.createDeployment().name(name).source("Namad");
            files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            try {
                return deployment.deploy().getId();
            } catch (ParseException refused) {
                throw new ModelRefused(refused.getMessage().lines().toList(), refused);
            }
        });
    }

    static String withoutFolders(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
