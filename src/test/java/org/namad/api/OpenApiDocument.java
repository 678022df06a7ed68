package org.namad.api;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc describes. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    /** Left out where there is nothing to say; everything else is always there, if only as null. */
    private static final List<String> OPTIONAL = List.of("exact");

    @Bean
    GroupedOpenApi v1() {
        return GroupedOpenApi.builder().group("v1").pathsToMatch("/api/v1/**")
            .addOpenApiCustomizer(OpenApiDocument::requireMembers).build();
    }

    private static void requireMembers(OpenAPI document) {
        for (String name : document.getComponents().getSchemas().keySet()) {
            Schema<?> schema = document.getComponents().getSchemas().get(name);
            if (schema.getProperties() != null && !name.equals("ProblemDetail")) {
                List<String> members = new ArrayList<>(schema.getProperties().keySet());
                members.removeAll(OPTIONAL);
                schema.setRequired(members);
            }
        }
    }
}
