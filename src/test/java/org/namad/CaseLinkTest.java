package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class CaseLinkTest {

    @Test
    @DisplayName("Every form in Tasklist shows the way to the page of its case")
    void everyForm() throws IOException {
        Resource[] forms = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form");
        assertThat(forms).isNotEmpty().allSatisfy(form ->
            assertThat(form.getContentAsString(StandardCharsets.UTF_8)).as(form.getFilename())
                .contains("{{casePage}}"));
    }
}
