package org.namad.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the stories to which a draft makes a difference. A file that is live as it is makes none. */
final class Touched {

    private static final Pattern PROCESS = Pattern.compile("<(?:\\w+:)?process\\b[^>]*?\\bid=\"([^\"]+)\"");

    private final Map<String, byte[]> newest = new HashMap<>();
    private final Map<String, String> models = new HashMap<>();

    /** @param live the files of the live deployments, the earliest first */
    Touched(List<Map<String, byte[]>> live) {
        live.forEach(newest::putAll);
        newest.forEach((name, content) -> processes(name, content).forEach(key -> models.put(key, text(content))));
    }

    /** The stories that go through a process that these files change, or that uses what they change. */
    List<Story> by(Map<String, byte[]> files) {
        Set<String> touched = new HashSet<>();
        files.forEach((name, content) -> {
            if (!Arrays.equals(content, newest.get(name))) {
                processes(name, content).forEach(touched::add);
                models.entrySet().stream().filter(model -> uses(model.getValue(), name)).map(Map.Entry::getKey)
                    .forEach(touched::add);
            }
        });
        return Stream.of(Story.values()).filter(story -> story.processes().stream().anyMatch(touched::contains)).toList();
    }

    /**
     * Decision tables are named in attributes, mails in the texts of input parameters. Forms count only for the models
     * with which they are deployed.
     */
    private static boolean uses(String model, String file) {
        String name = file.replaceFirst("(\\.(fa|en))?\\.[a-z]+$", "");
        return file.endsWith(".dmn") && model.contains("\"" + name + "\"")
            || file.endsWith(".html") && model.contains(">" + name + "<");
    }

    private static Stream<String> processes(String name, byte[] content) {
        if (!name.endsWith(".bpmn")) {
            return Stream.empty();
        }
        return PROCESS.matcher(text(content)).results().map(result -> result.group(1));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
