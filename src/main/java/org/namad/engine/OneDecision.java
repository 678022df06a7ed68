package org.namad.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A form that takes one decision and its reason and nothing else, so that many tasks with it can be completed at once.
 *
 * @param key      the variable of the decision
 * @param label    what is decided
 * @param options  what can be chosen
 * @param reason   the variable of the reason; null if the form asks for none
 * @param asked    what the reason is called; null without one
 * @param required whether a reason must be given
 * @param longest  how many characters the reason may have
 */
public record OneDecision(String key, String label, List<Option> options, String reason, String asked, boolean required,
        int longest) {

    /** What can be chosen: the value of the variable, and what it means. */
    public record Option(String value, String label) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The longest text that the engine stores as a variable. */
    private static final int LONGEST = 4000;

    /** The decision that this form takes; empty if it takes none, more than one, or asks for anything else. */
    static Optional<OneDecision> of(InputStream form) {
        List<JsonNode> inputs = new ArrayList<>();
        try {
            collect(JSON.readTree(form), inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<JsonNode> choices = inputs.stream().filter(OneDecision::isChoice).toList();
        List<JsonNode> texts = inputs.stream().filter(OneDecision::isText).toList();
        if (choices.size() != 1 || texts.size() > 1 || inputs.size() != choices.size() + texts.size()) {
            return Optional.empty();
        }
        JsonNode choice = choices.get(0);
        JsonNode text = texts.isEmpty() ? JSON.createObjectNode() : texts.get(0);
        List<Option> options = StreamSupport.stream(choice.path("values").spliterator(), false)
            .map(value -> new Option(value.path("value").asText(), value.path("label").asText())).toList();
        return Optional.of(new OneDecision(choice.path("key").asText(), choice.path("label").asText(), options,
            text.path("key").textValue(), text.path("label").textValue(),
            text.path("validate").path("required").asBoolean(), text.path("validate").path("maxLength").asInt(LONGEST)));
    }

    /** Whether the form would take this decision with this reason. */
    public boolean takes(String decision, String why) {
        return options.stream().anyMatch(option -> option.value().equals(decision))
            && (why.isEmpty() ? !required : reason != null && why.length() <= longest);
    }

    private static void collect(JsonNode component, List<JsonNode> inputs) {
        boolean writable = !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean();
        if (component.hasNonNull("key") && writable) {
            inputs.add(component);
        }
        component.path("components").forEach(child -> collect(child, inputs));
    }

    private static boolean isChoice(JsonNode input) {
        return List.of("radio", "select").contains(input.path("type").asText()) && input.path("values").size() > 0;
    }

    private static boolean isText(JsonNode input) {
        return List.of("textfield", "textarea").contains(input.path("type").asText());
    }
}
