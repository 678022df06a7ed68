package org.namad.rollout.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.namad.modelling.DeploymentName;
import org.springframework.stereotype.Component;

/**
 * Keeps drafts from going live, whichever way they are deployed: they are checked and stored, but the engine's own
 * deployers, which make processes, decisions and forms of files, do not get to see them.
 */
@Component
class DraftShelf extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>();
        for (Deployer deployer : configuration.getDeployers()) {
            deployers.add(configuration.getCustomPreDeployers().contains(deployer) ? deployer : new LiveOnly(deployer));
        }
        deployers.add(DraftShelf::makeRoom);
        configuration.getDeploymentCache().setDeployers(deployers);
    }

    /** Whether a deployment is a draft; one that has definitions is none, whatever its name. */
    static boolean isDraft(Deployment deployment, RepositoryService repository) {
        return new DeploymentName(deployment.getName()).isDraft()
            && repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).count() == 0
            && repository.createDecisionDefinitionQuery().deploymentId(deployment.getId()).count() == 0;
    }

    /** Somebody's new draft takes the place of that person's older one of the same name. */
    private static void makeRoom(DeploymentEntity newest) {
        if (!isNewDraft(newest)) {
            return;
        }
        CommandContext context = Context.getCommandContext();
        ProcessEngineServices engine = context.getProcessEngineConfiguration().getProcessEngine();
        RepositoryService repository = engine.getRepositoryService();
        repository.createDeploymentQuery().deploymentName(newest.getName()).list().stream()
            .filter(older -> !older.getId().equals(newest.getId()) && isDraft(older, repository))
            .filter(older -> Objects.equals(authorOf(older, engine), context.getAuthenticatedUserId()))
            .forEach(older -> repository.deleteDeployment(older.getId()));
    }

    private static String authorOf(Deployment deployment, ProcessEngineServices engine) {
        return engine.getHistoryService().createUserOperationLogQuery().deploymentId(deployment.getId())
            .entityType(EntityTypes.DEPLOYMENT).operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE).list().stream()
            .findFirst().map(UserOperationLogEntry::getUserId).orElse(null);
    }

    private static boolean isNewDraft(DeploymentEntity deployment) {
        return deployment.isNew() && new DeploymentName(deployment.getName()).isDraft();
    }

    /** One of the engine's deployers, which drafts pass by; what is deployed already it reads again as ever. */
    private record LiveOnly(Deployer engines) implements Deployer {

        @Override
        public void deploy(DeploymentEntity deployment) {
            if (!isNewDraft(deployment)) {
                engines.deploy(deployment);
            }
        }
    }
}
