package org.namad.modelling.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * What models may use in any installation of this release: found on the class path, without a database or anything else
 * being started. What one installation has besides, such as groups of its own, is not known here.
 */
class ShippedOffer extends Offer {

    private static final String MODELS = "processes/%s.bpmn";
    private static final String TABLES = "processes/decisions/%s.dmn";

    private final Map<String, String> beans = new HashMap<>();
    private final Set<String> groups;

    ShippedOffer(Set<String> groups) {
        this.groups = new TreeSet<>(groups);
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        for (BeanDefinition bean : scan.findCandidateComponents(OURS.substring(0, OURS.length() - 1))) {
            beans.put(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, new SimpleBeanDefinitionRegistry()),
                bean.getBeanClassName());
        }
    }

    @Override
    Class<?> typeOf(String bean) {
        return isBean(bean) ? ClassUtils.resolveClassName(beans.get(bean), null) : null;
    }

    @Override
    boolean isBean(String name) {
        return beans.containsKey(name);
    }

    @Override
    Stream<Class<?>> listeners() {
        return beans.keySet().stream().<Class<?>>map(this::typeOf).filter(ExecutionListener.class::isAssignableFrom);
    }

    @Override
    boolean hasMail(String template, String language) {
        return RELEASE.getResource(MailRules.FOLDER + template + "." + language + ".html").exists();
    }

    @Override
    Stream<String> pages() {
        return beans.keySet().stream().map(this::typeOf).flatMap(type -> {
            RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            List<String> beginnings = all == null || all.path().length == 0 ? List.of("") : List.of(all.path());
            return Arrays.stream(type.getDeclaredMethods()).flatMap(ShippedOffer::pages)
                .flatMap(end -> beginnings.stream().map(beginning -> beginning + end));
        });
    }

    private static Stream<String> pages(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null || !List.of(mapping.method()).contains(RequestMethod.GET) ? Stream.empty()
            : mapping.path().length == 0 ? Stream.of("") : Stream.of(mapping.path());
    }

    @Override
    Set<String> groups() {
        return groups;
    }

    @Override
    boolean hasProcess(String key) {
        return RELEASE.getResource(MODELS.formatted(key)).exists();
    }

    @Override
    boolean hasDecision(String key) {
        return RELEASE.getResource(TABLES.formatted(key)).exists();
    }

    @Override
    byte[] decision(String key) {
        return hasDecision(key) ? content(RELEASE.getResource(TABLES.formatted(key))) : null;
    }

    @Override
    Map<String, byte[]> liveModels() {
        return shippedModels();
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
