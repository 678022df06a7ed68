package org.namad.modelling.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.namad.modelling.MailTexts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What models may use in this installation, with what is deployed already. */
@Component
class LiveOffer extends Offer {

    private final ApplicationContext context;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<IdentityService> identities;
    private final MailTexts mails;
    private final Map<String, Boolean> usable = new ConcurrentHashMap<>();

    LiveOffer(ApplicationContext context,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RepositoryService> repository, ObjectProvider<IdentityService> identities,
            MailTexts mails) {
        this.context = context;
        this.mappings = mappings;
        this.repository = repository;
        this.identities = identities;
        this.mails = mails;
    }

    /** Whether a bean may be used by expressions at all: as a step, as a listener, or for one of its functions. */
    boolean isUsable(String bean) {
        return usable.computeIfAbsent(bean, name -> isStep(name) || hasFunctions(name));
    }

    Object bean(String name) {
        return context.getBean(name);
    }

    @Override
    boolean isBean(String name) {
        return context.containsBean(name);
    }

    @Override
    Class<?> typeOf(String bean) {
        if (!context.containsBean(bean)) {
            return null;
        }
        Class<?> type = context.getType(bean, false);
        Class<?> own = type == null ? null : ClassUtils.getUserClass(type);
        return own != null && own.getName().startsWith(OURS) ? own : null;
    }

    @Override
    Stream<Class<?>> listeners() {
        return Arrays.stream(context.getBeanNamesForType(ExecutionListener.class, true, false))
            .<Class<?>>map(this::typeOf).filter(Objects::nonNull);
    }

    @Override
    boolean hasMail(String template, String language) {
        return mails.find(template, language).isPresent();
    }

    @Override
    Stream<String> pages() {
        RequestMappingHandlerMapping opened = mappings.getIfAvailable();
        // A rehearsal opens no pages; the models are for where they are.
        return opened == null ? new ShippedOffer(Set.of()).pages() : opened.getHandlerMethods().keySet().stream()
            .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(mapping -> mapping.getPatternValues().stream());
    }

    @Override
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        identities.getObject().createGroupQuery().list().stream().map(Group::getId).forEach(groups::add);
        return groups;
    }

    @Override
    boolean hasProcess(String key) {
        return repository.getObject().createProcessDefinitionQuery().processDefinitionKey(key).count() > 0;
    }

    @Override
    boolean hasDecision(String key) {
        return repository.getObject().createDecisionDefinitionQuery().decisionDefinitionKey(key).count() > 0;
    }

    @Override
    byte[] decision(String key) {
        DecisionDefinition newest = repository.getObject().createDecisionDefinitionQuery().decisionDefinitionKey(key)
            .latestVersion().singleResult();
        return newest == null ? null : read(newest.getDeploymentId(), newest.getResourceName());
    }

    @Override
    Map<String, byte[]> liveModels() {
        Map<String, byte[]> live = new HashMap<>();
        for (ProcessDefinition newest : repository.getObject().createProcessDefinitionQuery().latestVersion().list()) {
            live.put(newest.getResourceName(), read(newest.getDeploymentId(), newest.getResourceName()));
        }
        return live;
    }

    private byte[] read(String deployment, String resource) {
        try (var stream = repository.getObject().getResourceAsStream(deployment, resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
