package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namad.Models.Model;
import org.namad.modelling.ModelCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Namad's own models stand the check that every deployment passes, so that the start need not repeat it. */
@NamadTest
class ModelsTest {

    @Autowired
    private ModelCheck check;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.namad.Models#all")
    @DisplayName("A model's file is named after its process")
    void fileName(Model model) {
        assertThat(model.process().getId()).isEqualTo(model.name());
    }

    @Test
    @DisplayName("Namad's own models, tables and forms stand the check of a deployment")
    void check() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String pattern : List.of("processes/*.bpmn", "processes/decisions/*.dmn", "forms/*.form")) {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                files.put(file.getFilename(), file.getContentAsByteArray());
            }
        }

        assertThat(files).hasSizeGreaterThan(20);
        assertThat(check.check(files).stream().map(check::sentence)).isEmpty();
    }
}
