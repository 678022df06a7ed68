package org.namad.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What a staff task's form lets an officer enter. */
final class FormFields {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "checklist",
        "radio", "select", "taglist", "datetime");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormFields() {
    }

    /** The names of the variables that the form of the task sets; none if it has no form. Needs a command context. */
    static Set<String> of(String taskId) {
        CommandContext context = Context.getCommandContext();
        try (InputStream form = context.runWithoutAuthorization(() -> new GetDeployedTaskFormCmd(taskId)
                .execute(context))) {
            Set<String> names = new HashSet<>();
            collect(JSON.readTree(form), names);
            return names;
        } catch (BadUserRequestException noForm) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode component, Set<String> names) {
        boolean writable = !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean();
        if (INPUTS.contains(component.path("type").asText()) && writable) {
            names.add(variable(component.path("key").asText()));
        } else if (component.hasNonNull("path") && !component.path("path").asText().isEmpty()) {
            // Fields of a list or a group with a path end up in one variable of that name.
            names.add(variable(component.path("path").asText()));
        }
        component.path("components").forEach(child -> collect(child, names));
    }

    private static String variable(String path) {
        return path.split("\\.", 2)[0];
    }
}
