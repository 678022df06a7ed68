package org.namad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@NamadTest
class OpenApiTest {

    @Autowired
    WebApplicationContext application;

    @Test
    @DisplayName("The committed description of the API says what the API does")
    void noDrift() throws Exception {
        // Without the filters of security, which keep springdoc's own path shut.
        String described = MockMvcBuilders.webAppContextSetup(application).build()
            .perform(get("/v3/api-docs.yaml/v1")).andExpect(status().isOk())
            .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        Path fresh = Files.writeString(Path.of("target/openapi.yaml"), described);
        Path committed = Path.of("docs/api/openapi.yaml");
        assertThat(committed).as("If the change is meant: cp %s %s", fresh, committed).exists()
            .hasSameTextualContentAs(fresh);
    }
}
