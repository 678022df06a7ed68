package org.namad.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The models that this release brings along: every process with the forms of its tasks, every decision table by itself.
 * At the start those go live that have changed since they were last shipped. A model whose newest version a person has put
 * live is left as that person wants it; the shipped one is on offer then.
 */
@Component
public class ShippedModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final String DEPLOYMENT = "Namad";

    private final TranslatedModels translated;
    private final RepositoryService repository;
    private final HistoryService history;
    private Map<String, byte[]> shipped;

    ShippedModels(TranslatedModels translated, RepositoryService repository, HistoryService history) {
        this.translated = translated;
        this.repository = repository;
        this.history = history;
    }

    /** After all that models use is there, and before the first request comes. */
    @Override
    public void afterSingletonsInstantiated() {
        putLive();
    }

    /** Deploys what has changed, all of it together. */
    void putLive() {
        Deployed deployed = new Deployed();
        Map<String, byte[]> changed = new TreeMap<>();
        models().filter(deployed::isNew).forEach(model -> {
            if (deployed.isPersons(model)) {
                LOG.info("{} stays as it was put live; what this release brings is on offer at /staff/models", model);
            } else {
                changed.putAll(files(model));
            }
        });
        if (!changed.isEmpty()) {
            // If another node starts at this moment, the engine finds that the same files are there already.
            DeploymentBuilder deployment = repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(false);
            changed.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
            deployment.deploy();
        }
    }

    /** The models on offer, by their files' names: this release brings a new version, and the live one is a person's. */
    public Set<String> onOffer() {
        Deployed deployed = new Deployed();
        return models().filter(deployed::isNew).filter(deployed::isPersons)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is deployed together of this release: a model, and the forms of its tasks.
     *
     * @param model the name of its file, such as {@code complaint.bpmn}
     * @throws NoSuchElementException if this release has no such model
     */
    public Map<String, byte[]> files(String model) {
        byte[] content = shipped().get(model);
        if (content == null) {
            throw new NoSuchElementException(model);
        }
        String text = new String(content, StandardCharsets.UTF_8);
        Map<String, byte[]> files = new TreeMap<>(Map.of(model, content));
        shipped().forEach((name, form) -> {
            if (name.endsWith(".form") && text.contains("formRef=\"" + name.replaceFirst("\\.form$", "") + "\"")) {
                files.put(name, form);
            }
        });
        return files;
    }

    private Stream<String> models() {
        return shipped().keySet().stream().filter(name -> !name.endsWith(".form"));
    }

    private synchronized Map<String, byte[]> shipped() {
        if (shipped == null) {
            shipped = new TreeMap<>();
            try {
                for (Resource file : translated.getDeploymentResources()) {
                    shipped.put(file.getDescription(), file.getContentAsByteArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shipped;
    }

    /** What the engine has of the shipped models, as it is now. */
    private final class Deployed {

        private final Set<String> byPersons = history.createUserOperationLogQuery().entityType(EntityTypes.DEPLOYMENT)
            .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE).list().stream()
            .map(UserOperationLogEntry::getDeploymentId).collect(Collectors.toSet());
        private final Map<String, List<ResourceDefinition>> newestFirst = Stream.concat(
                repository.createProcessDefinitionQuery().list().stream().<ResourceDefinition>map(one -> one),
                repository.createDecisionDefinitionQuery().list().stream())
            .sorted(Comparator.comparingInt(ResourceDefinition::getVersion).reversed())
            .collect(Collectors.groupingBy(Deployed::model));
        private final Map<String, Map<String, byte[]>> contents = new HashMap<>();

        /** Models are named after their keys; a process and a table may have the same. */
        private static String model(ResourceDefinition definition) {
            String file = definition.getResourceName();
            return definition.getKey() + (file.endsWith(".bpmn") || file.endsWith(".bpmn20.xml") ? ".bpmn" : ".dmn");
        }

        boolean isPersons(String model) {
            return newest(model, definition -> true).anyMatch(this::isPersons);
        }

        /** Whether what is shipped now is neither what was shipped last nor what is live. */
        boolean isNew(String model) {
            return Stream.concat(newest(model, definition -> !isPersons(definition)), newest(model, definition -> true))
                .noneMatch(definition -> isShipped(model, definition));
        }

        private Stream<ResourceDefinition> newest(String model, Predicate<ResourceDefinition> among) {
            return newestFirst.getOrDefault(model, List.of()).stream().filter(among).limit(1);
        }

        private boolean isPersons(ResourceDefinition definition) {
            return byPersons.contains(definition.getDeploymentId());
        }

        private boolean isShipped(String model, ResourceDefinition definition) {
            Map<String, byte[]> there = contents.computeIfAbsent(definition.getDeploymentId(), this::read);
            return files(model).entrySet().stream()
                .allMatch(file -> Arrays.equals(file.getValue(), there.get(file.getKey())));
        }

        private Map<String, byte[]> read(String deployment) {
            return repository.getDeploymentResources(deployment).stream().collect(Collectors.toMap(
                file -> file.getName().substring(file.getName().lastIndexOf('/') + 1),
                org.camunda.bpm.engine.repository.Resource::getBytes, (one, same) -> one));
        }
    }
}
