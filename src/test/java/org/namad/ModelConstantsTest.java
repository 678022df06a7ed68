package org.namad;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.namad.Models.Model;
import org.namad.enforcement.process.SealEnforcementProcess;

class ModelConstantsTest {

    private static final Pattern ELEMENT_ID =
        Pattern.compile("(StartEvent|Task|Call|SubProcess|Gateway|Event|End|Flow)_\\w+");
    /** As messages are named, and nothing else that a process has constants for. */
    private static final Pattern MESSAGE = Pattern.compile("[A-Z][A-Za-z]*[a-z][A-Za-z]*");

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    @DisplayName("Constants of a process name elements and messages of its model")
    void constantsExist(Class<?> constants) {
        String key = strings(constants).filter(field -> field.getName().equals("KEY")).map(ModelConstantsTest::valueOf)
            .findFirst().orElseThrow(() -> new AssertionError(constants + " has no KEY"));
        Model model = Models.all().filter(candidate -> candidate.name().equals(key)).findFirst()
            .orElseThrow(() -> new AssertionError("there is no processes/" + key + ".bpmn"));

        List<String> named = strings(constants).map(ModelConstantsTest::valueOf)
            .filter(value -> ELEMENT_ID.matcher(value).matches()).toList();

        assertThat(named).allSatisfy(id ->
            assertThat((BaseElement) model.content().getModelElementById(id)).as(id).isNotNull());
        assertThat(model.content().getModelElementsByType(Message.class)).extracting(Message::getName)
            .containsAll(messages(constants).toList());
    }

    @Test
    @DisplayName("The constants of a process that name messages are told from the others")
    void messagesFound() {
        assertThat(messages(SealEnforcementProcess.class)).contains("GroundToReplyTo", "GroundAdded")
            .doesNotContain(SealEnforcementProcess.KEY, SealEnforcementProcess.RETURN);
    }

    private static Stream<String> messages(Class<?> constants) {
        return strings(constants).map(ModelConstantsTest::valueOf).filter(value -> MESSAGE.matcher(value).matches());
    }

    static Stream<Class<?>> classes() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.namad").stream()
            .filter(type -> type.getSimpleName().endsWith("Process") && type.getPackageName().endsWith(".process"))
            .map(JavaClass::reflect);
    }

    private static Stream<Field> strings(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class);
    }

    private static String valueOf(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
