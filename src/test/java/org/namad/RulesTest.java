package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.namad.Models.Model;

/** {@code docs/rules.md} tells where each rule stands and what proves it; here it is held to that. */
class RulesTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([RN]\\d+) \\|[^|]*\\|([^|]*)\\|([^|]*)\\|$",
        Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Map<String, Model> MODELS = Models.all().collect(Collectors.toMap(Model::name, m -> m));
    private static final Set<String> DECISIONS = Models.names("processes/decisions/*.dmn").collect(Collectors.toSet());

    /** A row of the table: model elements as {@code model/Element} or {@code decision}, and names of test classes. */
    record Row(String rule, List<String> elements, List<String> tests) {

        @Override
        public String toString() {
            return rule;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("The models have what the table of rules says they have")
    void elements(Row row) {
        assertThat(row.elements()).allSatisfy(element -> {
            String[] parts = element.split("/");
            if (parts.length == 1) {
                assertThat(DECISIONS).contains(element);
            } else {
                assertThat(MODELS).containsKey(parts[0]);
                assertThat((BaseElement) MODELS.get(parts[0]).content().getModelElementById(parts[1])).as(element)
                    .isNotNull();
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("The tests in the table of rules name the rule that they prove")
    void tests(Row row) throws IOException {
        for (String test : row.tests()) {
            assertThat(sourceOf(test)).as(test)
                .containsPattern("@(DisplayName|Label)\\(\"[^\"]*\\b%s\\b".formatted(row.rule()));
        }
    }

    static Stream<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/rules.md"))).results()
            .map(row -> new Row(row.group(1), code(row.group(2)), code(row.group(3))));
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)).toList();
    }

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path source = files.filter(file -> file.endsWith(test + ".java")).findFirst()
                .orElseThrow(() -> new AssertionError("there is no test " + test));
            return Files.readString(source);
        }
    }
}
