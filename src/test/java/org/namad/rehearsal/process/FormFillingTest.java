package org.namad.rehearsal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms that nobody has read are filled in. */
class FormFillingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("N17 Any form is filled in: first or wanted choices, everything to tick, a word where one is asked for; facts are left alone")
    void anyForm() throws IOException {
        Map<String, Object> filled = FormFilling.of(JSON.readTree("""
            {"components": [
            {"type": "textfield", "key": "site", "readonly": true},
            {"type": "group", "components": [{"type": "radio", "key": "approval", "values": [{"value": "yes"}, {"value": "no"}]}]},
            {"type": "radio", "key": "ruling", "values": [{"value": "dismissed"}, {"value": "upheld"}]},
            {"type": "select", "key": "level", "defaultValue": "high", "values": [{"value": "low"}, {"value": "high"}]},
            {"type": "checklist", "key": "items", "valuesKey": "offered"},
            {"type": "textarea", "key": "reasons", "validate": {"required": true}},
            {"type": "textarea", "key": "report", "validate": {"required": true, "minLength": 40}},
            {"type": "textarea", "key": "note"},
            {"type": "checkbox", "key": "read", "validate": {"required": true}},
            {"type": "number", "key": "count", "validate": {"min": 3}},
            {"type": "datetime", "key": "day"},
            {"type": "text", "text": "…"}]}"""),
            variable -> JSON.createArrayNode().add(JSON.createObjectNode().put("value", variable + "-7")),
            Map.of("ruling", "upheld", "approval", "perhaps"), LocalDate.of(2026, 11, 28));

        assertThat(filled).doesNotContainKeys("site", "").containsEntry("approval", "yes")
            .containsEntry("ruling", "upheld").containsEntry("level", "high").containsEntry("items", List.of("offered-7"))
            .containsEntry("note", "").containsEntry("read", true).containsEntry("count", 3L)
            .containsEntry("day", "2026-11-28");
        assertThat(filled.get("reasons").toString()).isNotBlank();
        assertThat(filled.get("report").toString()).hasSizeGreaterThanOrEqualTo(40);
    }
}
