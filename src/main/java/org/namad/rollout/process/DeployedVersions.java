package org.namad.rollout.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.namad.engine.ShippedModels;
import org.namad.rollout.ModelVersions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the versions from the engine, with one count of all running cases; restores by deploying anew. */
@Component
class DeployedVersions implements ModelVersions {

    private static final String CASES = "select PROC_DEF_ID_, count(*) as CASES_ from ACT_RU_EXECUTION "
        + "where PARENT_ID_ is null group by PROC_DEF_ID_";

    private final RepositoryService repository;
    private final JdbcTemplate database;
    private final DeployedFiles files;
    private final ShippedModels shipped;

    DeployedVersions(RepositoryService repository, JdbcTemplate database, DeployedFiles files, ShippedModels shipped) {
        this.repository = repository;
        this.database = database;
        this.files = files;
        this.shipped = shipped;
    }

    @Override
    public List<Model> all() {
        List<Model> all = new ArrayList<>();
        all.addAll(models(Kind.PROCESS, repository.createProcessDefinitionQuery().list()));
        all.addAll(models(Kind.DECISION, repository.createDecisionDefinitionQuery().list()));
        return all;
    }

    @Override
    public Optional<Model> find(Kind kind, String key) {
        return models(kind, definitions(kind, key)).stream().findFirst();
    }

    private List<? extends ResourceDefinition> definitions(Kind kind, String key) {
        return kind == Kind.PROCESS ? repository.createProcessDefinitionQuery().processDefinitionKey(key).list()
            : repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).list();
    }

    private List<Model> models(Kind kind, List<? extends ResourceDefinition> definitions) {
        if (definitions.isEmpty()) {
            return List.of();
        }
        Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
            .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        Map<String, String> deployers = files.deployers();
        Set<String> offered = shipped.onOffer();
        Map<String, Long> cases = new HashMap<>();
        if (kind == Kind.PROCESS) {
            database.query(CASES, row -> { cases.put(row.getString(1), row.getLong(2)); });
        }
        return definitions.stream().collect(Collectors.groupingBy(ResourceDefinition::getKey)).values().stream()
            .map(same -> model(kind, same, offered, definition -> new Version(definition.getVersion(),
                deployments.get(definition.getDeploymentId()).getDeploymentTime().toInstant(),
                deployers.get(definition.getDeploymentId()), cases.getOrDefault(definition.getId(), 0L))))
            .sorted(Comparator.comparing(Model::name)).toList();
    }

    private static Model model(Kind kind, List<? extends ResourceDefinition> same, Set<String> offered,
            Function<ResourceDefinition, Version> version) {
        List<? extends ResourceDefinition> newestFirst = same.stream()
            .sorted(Comparator.comparingInt(ResourceDefinition::getVersion).reversed()).toList();
        ResourceDefinition newest = newestFirst.get(0);
        return new Model(kind, newest.getKey(), newest.getName() == null ? newest.getKey() : newest.getName(),
            newestFirst.stream().<Version>map(version).toList(), offered.contains(fileOf(kind, newest.getKey())));
    }

    /** What the file is called in which a release brings it. */
    private static String fileOf(Kind kind, String key) {
        return key + (kind == Kind.PROCESS ? ".bpmn" : ".dmn");
    }

    @Override
    public Optional<ModelFile> file(Kind kind, String key, int version) {
        return definition(kind, key, version).map(definition -> new ModelFile(
            DeployedFiles.withoutFolders(definition.getResourceName()), files.read(definition.getDeploymentId(), definition.getResourceName())));
    }

    private Optional<ResourceDefinition> definition(Kind kind, String key, int version) {
        return definitions(kind, key).stream().filter(definition -> definition.getVersion() == version)
            .findFirst().map(Function.identity());
    }

    @Override
    public Map<String, byte[]> files(Kind kind, String key, int version) {
        if (version == SHIPPED) {
            return shipped.files(fileOf(kind, key));
        }
        ResourceDefinition definition = definition(kind, key, version)
            .orElseThrow(() -> new NoSuchElementException(key + " " + version));
        Map<String, byte[]> used = new TreeMap<>();
        String deployment = definition.getDeploymentId();
        byte[] content = files.read(deployment, definition.getResourceName());
        used.put(DeployedFiles.withoutFolders(definition.getResourceName()), content);
        if (kind == Kind.PROCESS) {
            String model = new String(content, StandardCharsets.UTF_8);
            repository.getDeploymentResourceNames(deployment).stream().filter(file -> isUsed(file, model))
                .forEach(file -> used.put(DeployedFiles.withoutFolders(file), files.read(deployment, file)));
        }
        return used;
    }

    /** Forms and mails lie beside the model; a deployment may hold those of other models too. */
    private static boolean isUsed(String file, String model) {
        String name = DeployedFiles.withoutFolders(file);
        return name.endsWith(".form") ? model.contains("\"" + name.replaceFirst("\\.form$", "") + "\"")
            : name.endsWith(".html") && model.contains(">" + name.replaceFirst("\\.(fa|en)\\.html$", "") + "<");
    }

    @Override
    public int restore(Kind kind, String key, int version, String staffId) {
        files.deploy("Namad " + key + (version == SHIPPED ? "" : " " + version), files(kind, key, version), staffId);
        return definitions(kind, key).stream().mapToInt(ResourceDefinition::getVersion).max().orElseThrow();
    }
}
