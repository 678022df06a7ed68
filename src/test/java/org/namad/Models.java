package org.namad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The process models as they are deployed. */
final class Models {

    private Models() {
    }

    /** A process model and the name of its file without the ending. */
    record Model(String name, BpmnModelInstance content) {

        /** The process of the model. */
        Process process() {
            return content.getModelElementsByType(Process.class).iterator().next();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Model> all() {
        return resources("processes/*.bpmn").map(resource -> {
            try (InputStream text = resource.getInputStream()) {
                return new Model(nameOf(resource), Bpmn.readModelFromStream(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Names of the deployed files that match {@code pattern}, without the ending. */
    static Stream<String> names(String pattern) {
        return resources(pattern).map(Models::nameOf);
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource resource) {
        return resource.getFilename().replaceFirst("\\.\\w+$", "");
    }
}
