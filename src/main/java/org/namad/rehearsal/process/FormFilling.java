package org.namad.rehearsal.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Fills in a staff form nobody has read: what the form proposes, the first choice otherwise, which affirms by custom,
 * everything in a list to tick, and a word where one is asked for.
 */
final class FormFilling {

    private static final String A_WORD = "بازبینی شد.";

    private final Function<String, JsonNode> offered;
    private final Map<String, String> choices;
    private final LocalDate today;

    private FormFilling(Function<String, JsonNode> offered, Map<String, String> choices, LocalDate today) {
        this.offered = offered;
        this.choices = choices;
        this.today = today;
    }

    /**
     * What the form sends.
     *
     * @param offered what the task itself offers for a field that takes its options from a variable
     * @param choices the choices that the story wants, by field; they count where the form offers them
     * @param today   the date for fields that ask for one
     */
    static Map<String, Object> of(JsonNode form, Function<String, JsonNode> offered, Map<String, String> choices,
            LocalDate today) {
        Map<String, Object> filled = new HashMap<>();
        new FormFilling(offered, choices, today).fill(form, filled);
        return filled;
    }

    private void fill(JsonNode component, Map<String, Object> filled) {
        String key = component.path("key").asText();
        if (!key.isEmpty() && !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean()) {
            Object value = value(component, choices.get(key));
            if (value != null) {
                filled.put(key, value);
            }
        }
        component.path("components").forEach(child -> fill(child, filled));
    }

    private Object value(JsonNode field, String wanted) {
        boolean required = field.path("validate").path("required").asBoolean();
        JsonNode proposed = field.path("defaultValue");
        return switch (field.path("type").asText()) {
            case "radio", "select" -> choice(options(field), wanted, proposed.asText());
            case "checklist", "taglist" -> new ArrayList<>(options(field));
            case "checkbox" -> required || proposed.asBoolean();
            case "number" -> proposed.isNumber() ? proposed.numberValue()
                : field.path("validate").path("min").asLong(1);
            case "textfield", "textarea" -> proposed.isTextual() ? proposed.asText() : required ? words(field) : "";
            case "datetime" -> today.toString();
            default -> null;
        };
    }

    /** As long as the form asks for. */
    private static String words(JsonNode field) {
        int shortest = field.path("validate").path("minLength").asInt();
        return A_WORD + (" " + A_WORD).repeat(Math.max(0, shortest - 1) / (A_WORD.length() + 1));
    }

    private List<String> options(JsonNode field) {
        JsonNode options = field.hasNonNull("valuesKey") ? offered.apply(field.path("valuesKey").asText())
            : field.path("values");
        return StreamSupport.stream(options.spliterator(), false).map(option -> option.path("value").asText()).toList();
    }

    private static String choice(List<String> options, String wanted, String proposed) {
        return options.contains(wanted) ? wanted : !proposed.isEmpty() ? proposed
            : options.stream().findFirst().orElse(null);
    }
}
