package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Deploys over the engine's REST interface as Camunda Modeler does, with somebody's account. */
public record Modeler(TestRestTemplate http, String user, String password) {

    /** Deploys files together. */
    public ResponseEntity<String> deploy(Map<String, String> files) {
        return deploy("redesign", files);
    }

    /** Deploys files together, under the name that was typed into Modeler. */
    public ResponseEntity<String> deploy(String name, Map<String, String> files) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("deployment-name", name);
        form.add("deployment-source", "Camunda Modeler");
        form.add("enable-duplicate-filtering", "true");
        files.forEach((file, content) -> form.add(file, new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return file;
            }
        }));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return http.withBasicAuth(user, password).postForEntity("/engine-rest/deployment/create",
            new HttpEntity<>(form, headers), String.class);
    }

    /** A model as it is shipped, and all forms, which a deployment of it takes along. */
    public static Map<String, String> shipped(String model) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put(model, text(model.endsWith(".dmn") ? "processes/decisions/" + model : "processes/" + model));
        for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            files.put(form.getFilename(), form.getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** What a folder of docs/redesigns deploys: the shipped model with its diff, all forms, and the folder's other files. */
    public static Map<String, String> redesigned(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (DirectoryStream<Path> own = Files.newDirectoryStream(folder, "*.{diff,form,html}")) {
            for (Path file : own) {
                String name = file.getFileName().toString();
                if (name.endsWith(".diff")) {
                    String model = name.substring(0, name.length() - ".diff".length());
                    shipped(model).forEach(files::putIfAbsent);
                    files.compute(model, (key, text) -> apply(read(file), text));
                } else {
                    files.put(name, read(file));
                }
            }
        }
        return files;
    }

    /** Applies a unified diff by what its lines say, not by their numbers. */
    private static String apply(String diff, String text) {
        String changed = text;
        for (String hunk : diff.split("(?m)^@@.*@@\\n")) {
            if (!hunk.startsWith("---")) {
                assertThat(changed).containsOnlyOnce(side(hunk, '+'));
                changed = changed.replace(side(hunk, '+'), side(hunk, '-'));
            }
        }
        return changed;
    }

    private static String side(String hunk, char without) {
        return hunk.lines().filter(line -> line.charAt(0) != without).map(line -> line.substring(1) + "\n")
            .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) throws IOException {
        return new PathMatchingResourcePatternResolver().getResource("classpath:" + path)
            .getContentAsString(StandardCharsets.UTF_8);
    }
}
