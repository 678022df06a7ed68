package org.namad.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.Variables;

/** What a staff task's form lets an officer enter. Needs a command context. */
final class FormFields {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "checklist",
        "radio", "select", "taglist", "datetime");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("radio", "select");
    /** The longest text that the engine stores as a variable. */
    private static final int LONGEST = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> names = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();

    /** A field whose entry is one variable; it is hidden while one of the conditions holds. */
    private record Field(JsonNode content, List<String> hides) {

        String name() {
            return content.path("key").asText();
        }

        String label() {
            return content.path("label").asText(name());
        }
    }

    private FormFields() {
    }

    /** The fields of the form of the task; none if it has no form. */
    static FormFields of(String taskId) {
        CommandContext context = Context.getCommandContext();
        FormFields fields = new FormFields();
        try (InputStream form = context.runWithoutAuthorization(() -> new GetDeployedTaskFormCmd(taskId)
                .execute(context))) {
            fields.collect(JSON.readTree(form), List.of(), true);
        } catch (BadUserRequestException noForm) {
            return new FormFields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    /** The names of the variables that the form sets. */
    Set<String> names() {
        return names;
    }

    /**
     * Lets pass what the form would let pass; other programs than the form may have sent it.
     *
     * @param entered what is entered
     * @param known   what else conditions of the form may ask for
     * @throws AuthorizationException if a field is left empty that must not be, a choice is none of those that are
     *     offered, or a text is too short or too long
     */
    void check(Map<String, Object> entered, Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(known);
        names.forEach(name -> all.put(name, entered.get(name)));
        fields.stream().filter(field -> !isHidden(field, all)).forEach(field -> check(field, entered.get(field.name())));
    }

    private static void check(Field field, Object value) {
        JsonNode rules = field.content().path("validate");
        String type = field.content().path("type").asText();
        if (isEmpty(value)) {
            if (rules.path("required").asBoolean()) {
                throw StaffRefusals.leftEmpty(field.label());
            }
        } else if (CHOICES.contains(type) && field.content().path("values").size() > 0 && StreamSupport
                .stream(field.content().path("values").spliterator(), false)
                .noneMatch(option -> option.path("value").asText().equals(value.toString()))) {
            throw StaffRefusals.noChoice(field.label());
        } else if (TEXTS.contains(type)) {
            int shortest = rules.path("minLength").asInt();
            int longest = rules.path("maxLength").asInt(LONGEST);
            if (!(value instanceof String text) || text.length() < shortest || text.length() > longest) {
                throw StaffRefusals.wrongLength(field.label(), shortest, longest);
            }
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || Boolean.FALSE.equals(value) || value instanceof String text && text.isBlank()
            || value instanceof Collection<?> several && several.isEmpty();
    }

    private static boolean isHidden(Field field, Map<String, Object> all) {
        return field.hides().stream().anyMatch(condition -> {
            try {
                return Boolean.TRUE.equals(Context.getProcessEngineConfiguration().getDmnEngineConfiguration()
                    .getFeelEngine().evaluateSimpleExpression(condition, Variables.fromMap(all).asVariableContext()));
            } catch (FeelException unclear) {
                // As in the form, which shows the field then.
                return false;
            }
        });
    }

    private void collect(JsonNode component, List<String> hides, boolean apart) {
        boolean writable = !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean();
        List<String> conditions = new ArrayList<>(hides);
        String hide = component.path("conditional").path("hide").asText();
        if (!hide.isEmpty()) {
            conditions.add(hide.replaceFirst("^=", ""));
        }
        boolean nested = component.hasNonNull("path") && !component.path("path").asText().isEmpty();
        if (INPUTS.contains(component.path("type").asText()) && writable) {
            String key = component.path("key").asText();
            names.add(variable(key));
            if (apart && key.equals(variable(key))) {
                fields.add(new Field(component, conditions));
            }
        } else if (nested) {
            // Fields of a list or a group with a path end up in one variable of that name.
            names.add(variable(component.path("path").asText()));
        }
        component.path("components").forEach(child -> collect(child, conditions, apart && !nested));
    }

    private static String variable(String path) {
        return path.split("\\.", 2)[0];
    }
}
