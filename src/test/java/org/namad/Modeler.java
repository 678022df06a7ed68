package org.namad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

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
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("deployment-name", "redesign");
        files.forEach((name, content) -> form.add(name, new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
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

    private static String text(String path) throws IOException {
        return new PathMatchingResourcePatternResolver().getResource("classpath:" + path)
            .getContentAsString(StandardCharsets.UTF_8);
    }
}
