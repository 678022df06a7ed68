package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Persian texts of Camunda's web applications, held against the English ones that come with Camunda. */
class WebApplicationLanguagesTest {

    private static final String TEXTS = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    /** Camunda's advice to leave Camunda 7: shown to nobody, in no language. */
    private static final String BANNER = "/labels/BANNER_CE_EOL_TEXT";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|</?(?:a|br|strong)\\b|%[ds]");
    /** Parts that are no words of a language: placeholders, markup, entities, patterns of dates, and names. */
    private static final Pattern NO_WORDS = Pattern.compile("\\{\\{[^}]*}}|<[^>]*>|&[a-z]+;|\\[|]"
        + "|\\b(?:LT|L|D|YYYY|MM|DD|MMMM|dddd|HH|mm|LDAP|CSV|BPMN|DMN|CMMN|JSON|XML|HTML|Java|REST|ISO)\\b|%d|%s");

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    @DisplayName("Tasklist, Cockpit, Admin and Welcome are complete in Persian, with the placeholders of the English text and no Latin words")
    void complete(String application) throws IOException {
        Map<String, String> english = texts(application, "en");
        Map<String, String> persian = texts(application, "fa");
        assertThat(persian.keySet()).isEqualTo(english.keySet());
        List<String> faults = new ArrayList<>();
        english.forEach((key, text) -> {
            String translated = persian.get(key);
            if (!key.equals(BANNER) && translated.isBlank() != text.isBlank()) {
                faults.add(key + " is not translated");
            }
            if (key.startsWith("/labels") && !key.equals(BANNER) && !placeholders(translated).equals(placeholders(text))) {
                faults.add(key + " has other placeholders: " + translated);
            }
            if (Pattern.compile("[A-Za-z]{2}|[ي\u0643]").matcher(NO_WORDS.matcher(translated).replaceAll(" ")).find()) {
                faults.add(key + " has words that are not Persian: " + translated);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results()
            .map(found -> found.group(1) == null ? found.group() : found.group(1)).sorted().toList();
    }

    private static Map<String, String> texts(String application, String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        collect("", read(TEXTS.formatted(application, language)), texts);
        return texts;
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream file = WebApplicationLanguagesTest.class.getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            byte[] bytes = file.readAllBytes();
            // Camunda's own begin with a byte order mark.
            int start = bytes[0] == (byte) 0xEF ? 3 : 0;
            return JSON.readTree(new ByteArrayInputStream(bytes, start, bytes.length - start));
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isContainerNode()) {
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    collect(path + "/" + i, node.get(i), texts);
                }
            }
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else {
            texts.put(path, node.asText());
        }
    }
}
