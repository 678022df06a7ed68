package org.namad.rehearsal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.namad.modelling.DeploymentName;
import org.springframework.stereotype.Component;

/** What is live now, to be deployed elsewhere. */
@Component
public class LiveModels {

    private final RepositoryService repository;
    private final IdentityService identities;

    LiveModels(RepositoryService repository, IdentityService identities) {
        this.repository = repository;
        this.identities = identities;
    }

    /**
     * The files of every deployment that holds the newest version of a process or a table, or the newest text of a mail, in
     * the order in which they were deployed.
     */
    public List<Map<String, byte[]>> deployments() {
        Set<String> live = new HashSet<>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
            .map(ResourceDefinition::getDeploymentId).forEach(live::add);
        repository.createDecisionDefinitionQuery().latestVersion().list().stream()
            .map(ResourceDefinition::getDeploymentId).forEach(live::add);
        List<Deployment> all = repository.createDeploymentQuery().list().stream()
            .sorted(Comparator.comparing(Deployment::getDeploymentTime)).toList();
        live.addAll(mails(all).values());
        return all.stream().filter(deployment -> live.contains(deployment.getId()))
            .map(deployment -> files(deployment.getId())).toList();
    }

    /** Where the newest text of each mail is. Drafts are not live; a mail needs no model beside it to be. */
    private Map<String, String> mails(List<Deployment> oldestFirst) {
        Map<String, String> newest = new HashMap<>();
        oldestFirst.stream().filter(deployment -> !new DeploymentName(deployment.getName()).isDraft())
            .forEach(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                .filter(file -> file.endsWith(".html"))
                .forEach(mail -> newest.put(withoutFolders(mail), deployment.getId())));
        return newest;
    }

    private static String withoutFolders(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The staff groups there are. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        identities.createGroupQuery().list().stream().map(Group::getId).forEach(groups::add);
        return groups;
    }

    private Map<String, byte[]> files(String deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            try (var stream = repository.getResourceAsStream(deployment, name)) {
                files.put(withoutFolders(name), stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
