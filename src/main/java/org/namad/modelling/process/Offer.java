package org.namad.modelling.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.modelling.ForFilters;
import org.namad.modelling.ForModels;
import org.namad.modelling.NeedsTimer;
import org.namad.modelling.WithDecision;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ReflectionUtils;

/** What models may use: Namad's steps and functions, its pages and mails, and the models that there are already. */
abstract class Offer {

    /** Where Namad's own classes are. */
    static final String OURS = "org.namad.";
    /** What this release brings along. */
    static final PathMatchingResourcePatternResolver RELEASE = new PathMatchingResourcePatternResolver();

    private static final Set<String> FACTS = facts();

    /** The class of a bean of Namad's own; null if there is no such bean. */
    abstract Class<?> typeOf(String bean);

    /** Whether a name is that of any bean. */
    abstract boolean isBean(String name);

    abstract boolean hasMail(String template, String language);

    /** The paths that can be opened, with their variables in braces. */
    abstract Stream<String> pages();

    abstract Set<String> groups();

    abstract boolean hasProcess(String key);

    abstract boolean hasDecision(String key);

    /** The file of the newest decision table with this key; null if there is none. */
    abstract byte[] decision(String key);

    /** The models that are live, newest version each, by their files' names. */
    abstract Map<String, byte[]> liveModels();

    /** The classes of Namad's own execution listeners. */
    abstract Stream<Class<?>> listeners();

    /** Whether what a table decides is recorded wherever it is asked, so that no variable has to keep it. */
    boolean isRecorded(String decision) {
        return listeners().map(type -> AnnotationUtils.findAnnotation(type, WithDecision.class))
            .anyMatch(with -> with != null && with.value().equals(decision));
    }

    boolean isStep(String bean) {
        Class<?> type = typeOf(bean);
        return type != null && (JavaDelegate.class.isAssignableFrom(type)
            || ExecutionListener.class.isAssignableFrom(type) || TaskListener.class.isAssignableFrom(type));
    }

    /** The id of the timer that the step tells of, if it tells of any; empty for one that begins where it listens. */
    Optional<String> timerOf(String step) {
        return Optional.ofNullable(AnnotationUtils.findAnnotation(typeOf(step), NeedsTimer.class)).map(NeedsTimer::value);
    }

    /** Whether models may call it. */
    boolean isFunction(Expressions.Call call) {
        return isMarked(call, ForModels.class);
    }

    /** Whether filters of Tasklist may call it. */
    boolean isFilterFunction(Expressions.Call call) {
        return isMarked(call, ForFilters.class);
    }

    private boolean isMarked(Expressions.Call call, Class<? extends Annotation> mark) {
        return methods(call.bean()).filter(method -> method.getName().equals(call.method()))
            .anyMatch(method -> AnnotationUtils.findAnnotation(method, mark) != null);
    }

    /** Whether expressions may call anything of it. */
    boolean hasFunctions(String bean) {
        return methods(bean).anyMatch(method -> AnnotationUtils.findAnnotation(method, ForModels.class) != null
            || AnnotationUtils.findAnnotation(method, ForFilters.class) != null);
    }

    private Stream<Method> methods(String bean) {
        Class<?> type = typeOf(bean);
        return type == null ? Stream.empty() : Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type));
    }

    /** Whether Namad sends this mail by itself, such as a sign-in code, or frames others with it: none of its models does. */
    boolean isOwnMail(String template) {
        return RELEASE.getResource(MailRules.FOLDER + template + ".fa.html").exists()
            && shippedModels().values().stream().map(model -> new String(model, StandardCharsets.UTF_8))
                .noneMatch(model -> model.contains(">" + template + "<"));
    }

    /** Whether some kind of case has this fact, or a mail of Namad's shows it; written from the code by npm run docs. */
    boolean hasFact(String name) {
        return FACTS.contains(name);
    }

    private static Set<String> facts() {
        try {
            return RELEASE.getResource(MailRules.FOLDER + "facts.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models that this release brings along, by their files' names. */
    static Map<String, byte[]> shippedModels() {
        Map<String, byte[]> models = new TreeMap<>();
        try {
            for (Resource model : RELEASE.getResources("classpath*:processes/*.bpmn")) {
                models.put(model.getFilename(), model.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    boolean hasPage(String path) {
        return pages().anyMatch(pattern -> withoutNames(pattern).equals(withoutNames(path)));
    }

    /** A path with its variables, but without what they are called. */
    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^/]*}", "{}");
    }
}
