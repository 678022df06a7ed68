package org.namad.rollout.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.namad.modelling.DeploymentName;
import org.namad.rollout.Drafts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as deployments of the engine, which keeps their files; {@link DraftShelf} sees to it that they are no more. */
@Component
class StoredDrafts implements Drafts {

    private static final Comparator<String> MODELS_FIRST = Comparator
        .comparing((String file) -> file.endsWith(".form") || file.endsWith(".html")).thenComparing(file -> file);

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final DeployedFiles files;
    private final AsPerson person;
    private final PlannedDrafts plan;

    StoredDrafts(RepositoryService repository, ProcessEngineConfigurationImpl engine, DeployedFiles files,
            AsPerson person, PlannedDrafts plan) {
        this.repository = repository;
        this.engine = engine;
        this.files = files;
        this.person = person;
        this.plan = plan;
    }

    @Override
    public List<Draft> all() {
        Map<String, String> authors = files.deployers();
        return repository.createDeploymentQuery().list().stream()
            .filter(deployment -> DraftShelf.isDraft(deployment, repository))
            .sorted(Comparator.comparing(Deployment::getDeploymentTime).reversed())
            .map(deployment -> draft(deployment, authors)).toList();
    }

    @Override
    public Optional<Draft> find(String id) {
        return Optional.ofNullable(repository.createDeploymentQuery().deploymentId(id).singleResult())
            .filter(deployment -> DraftShelf.isDraft(deployment, repository))
            .map(deployment -> draft(deployment, files.deployers()));
    }

    private Draft draft(Deployment deployment, Map<String, String> authors) {
        return new Draft(deployment.getId(), deployment.getName(), authors.get(deployment.getId()),
            deployment.getDeploymentTime().toInstant(), repository.getDeploymentResourceNames(deployment.getId()).stream()
                .map(DeployedFiles::withoutFolders).sorted(MODELS_FIRST).toList());
    }

    @Override
    public Map<String, byte[]> files(String id) {
        Draft draft = existing(id);
        Map<String, byte[]> contents = new TreeMap<>();
        repository.getDeploymentResourceNames(draft.id()).forEach(file -> contents.put(file, files.read(id, file)));
        return contents;
    }

    private Draft existing(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("draft " + id));
    }

    @Override
    public String keep(String name, Map<String, byte[]> contents, String staffId) {
        if (!new DeploymentName(name).isDraft()) {
            throw new IllegalArgumentException(name + " is no name of a draft");
        }
        return files.deploy(name, contents, staffId);
    }

    @Override
    @Transactional
    public void putLive(String id, String staffId) {
        Draft draft = existing(id);
        // Whatever stands before it, the name must not begin as that of a draft again.
        files.deploy("Namad " + new DeploymentName(draft.name()).withoutDraft(), files(id), staffId);
        discard(id, staffId);
    }

    @Override
    @Transactional
    public void discard(String id, String staffId) {
        Draft draft = existing(id);
        person.requireModeller(staffId);
        plan.forget(id);
        // A right to delete deployments would be one to delete live models with all their cases.
        person.run(staffId, () -> engine.getCommandExecutorTxRequired().execute(context ->
            context.runWithoutAuthorization(() -> {
                repository.deleteDeployment(draft.id());
                return null;
            })));
    }
}
