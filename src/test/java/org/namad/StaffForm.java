package org.namad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.io.ClassPathResource;

/**
 * A form of the project as an officer meets it.
 *
 * @param fields what can be entered, each as it stands in the form
 */
public record StaffForm(List<JsonNode> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The form with this id. */
    public static StaffForm of(String id) {
        try (InputStream form = new ClassPathResource("forms/" + id + ".form").getInputStream()) {
            List<JsonNode> fields = new ArrayList<>();
            collect(JSON.readTree(form), fields);
            return new StaffForm(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent when the first of the choices is taken and a sentence written where one is asked for. */
    public Map<String, String> filled() {
        Map<String, String> filled = new HashMap<>();
        for (JsonNode field : fields) {
            if (field.has("values")) {
                filled.put(field.path("key").asText(), field.path("values").get(0).path("value").asText());
            } else if (field.path("type").asText().equals("textarea") && !field.has("conditional")) {
                filled.put(field.path("key").asText(), "مدارک بررسی شد.");
            }
        }
        return filled;
    }

    private static void collect(JsonNode component, List<JsonNode> fields) {
        if (component.has("key") && !component.path("readonly").asBoolean()) {
            fields.add(component);
        }
        component.path("components").forEach(child -> collect(child, fields));
    }
}
