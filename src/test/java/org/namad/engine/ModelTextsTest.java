package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The catalogues beside models and forms, held against these. */
class ModelTextsTest {

    /** Words that are no words of a language: links, rules, names of formats. */
    private static final Pattern NO_WORDS = Pattern.compile("\\{\\{\\w+}}|\\bR\\d+\\b|\\bPDF\\b");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\w+}}");

    @Test
    @DisplayName("Each text of the shipped models and forms is in the Persian catalogue beside it, and nothing else is")
    void complete() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files()) {
            Map<String, String> english = new TreeMap<>();
            ModelTexts.rewrite(file.toString(), Files.readAllBytes(file), (key, text) -> {
                if (english.put(key, text) != null) {
                    faults.add(file + " has two texts with the key " + key);
                }
                return text;
            });
            Properties persian = catalogue(file);
            english.forEach((key, text) -> {
                String translated = persian.getProperty(key, "");
                if (translated.isBlank() || !placeholders(translated).equals(placeholders(text))
                        || Pattern.compile("[A-Za-z]{2}|[ي\u0643]").matcher(NO_WORDS.matcher(translated).replaceAll("")).find()) {
                    faults.add("%s: %s = %s is not well translated: %s".formatted(file, key, text, translated));
                }
            });
            persian.stringPropertyNames().stream().filter(key -> !english.containsKey(key))
                .forEach(key -> faults.add(file + " has no text with the key " + key));
        }
        assertThat(faults).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("processes", "processes/decisions", "forms")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static Properties catalogue(Path file) throws IOException {
        String name = file.getFileName().toString();
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file.resolveSibling(
                "i18n/" + name.substring(0, name.lastIndexOf('.')) + ".fa.properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
