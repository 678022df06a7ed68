package org.namad.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.rest.history.HistoryRestService;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether {@link EngineCalls} leave nothing out. */
class EngineCallsTest {

    @Test
    @DisplayName("Every area of the engine's REST API has a row in docs/roles.md, unless there is nothing in it")
    void areas() {
        Set<String> areas = new TreeSet<>(paths(DefaultProcessEngineRestServiceImpl.class));
        areas.remove("history");
        paths(HistoryRestService.class).forEach(path -> areas.add("history/" + path));
        assertThat(areas).contains("task", "history/task").hasSizeGreaterThan(45);
        Set<String> tried = Stream.of(EngineCalls.READS, EngineCalls.SINGLE_READS, EngineCalls.WRITES.keySet())
            .flatMap(Collection::stream).map(call -> call.split("[ ?]")[1].substring(1)).collect(Collectors.toSet());
        assertThat(areas).filteredOn(area -> tried.stream().noneMatch(path -> (path + "/").startsWith(area + "/")))
            .containsExactlyInAnyOrderElementsOf(EngineCalls.EMPTY_AREAS);
    }

    private static Set<String> paths(Class<?> resources) {
        return Stream.of(resources.getMethods()).filter(method -> method.isAnnotationPresent(jakarta.ws.rs.Path.class))
            .map(method -> method.getAnnotation(jakarta.ws.rs.Path.class).value().replaceFirst("^/", ""))
            .collect(Collectors.toSet());
    }
}
