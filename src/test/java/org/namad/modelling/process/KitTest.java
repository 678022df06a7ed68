package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namad.NamadTest;
import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The element templates that process owners drag onto the canvas. */
@NamadTest
class KitTest {

    private static final Map<String, Class<? extends Activity>> TASKS = Map.of("bpmn:ServiceTask", ServiceTask.class,
        "bpmn:SendTask", SendTask.class, "bpmn:UserTask", UserTask.class, "bpmn:BusinessRuleTask", BusinessRuleTask.class);
    /** What only the process owner can name: a mail and a form of their own. A page's wait needs their deadline. */
    private static final Set<String> LEFT_OPEN = Set.of("noTemplate", "formBinding", "noForm", "unknownForm",
        "endlessWait");

    @Autowired
    private ApplicationContext context;
    @Autowired
    private ModelCheck check;

    private record Template(JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static Stream<Template> templates() throws IOException {
        String file = Files.readString(Path.of("processes/element-templates/namad.en.json"));
        return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false).map(Template::new);
    }

    @Test
    @DisplayName("Every step that Namad offers to models is in the kit")
    void complete() throws IOException {
        Set<String> offered = templates().flatMap(template -> template.json().findValuesAsText("value").stream())
            .filter(value -> value.matches("\\$\\{\\w+}")).map(value -> value.substring(2, value.length() - 1))
            .collect(Collectors.toSet());

        assertThat(context.getBeanNamesForType(JavaDelegate.class)).isSubsetOf(offered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("A task of the kit stands the check in any flow, as it is dragged onto the canvas")
    void works(Template template) throws IOException {
        BpmnModelInstance model = Bpmn.createExecutableProcess("trial").name("Trial")
            .camundaHistoryTimeToLiveString("P1095D").startEvent().name("Started")
            .manualTask("Task_Trial").name("Do something").endEvent().name("Ended").done();
        Activity old = model.getModelElementById("Task_Trial");
        Activity task = model.newInstance(TASKS.get(template.json().path("appliesTo").path(0).asText()));
        old.replaceWithElement(task);
        template.json().path("properties").forEach(property -> apply(property, task));
        Map<String, byte[]> files = new HashMap<>(form(task));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(text, model);
        files.put("trial.bpmn", text.toByteArray());

        assertThat(check.check(files).stream().filter(fault -> !LEFT_OPEN.contains(fault.kind())).map(check::sentence))
            .isEmpty();
        assertThat(check.check(files)).extracting(Fault::kind).doesNotContain("unreadable");
    }

    /** Does what Modeler does when a template is chosen. */
    private static void apply(JsonNode property, Activity task) {
        String value = property.path("value").asText();
        if (value.isEmpty()) {
            return;
        }
        JsonNode binding = property.path("binding");
        String name = binding.path("name").asText();
        if (binding.path("type").asText().equals("property")) {
            task.setAttributeValueNs("http://camunda.org/schema/1.0/bpmn", name.substring("camunda:".length()), value);
        } else {
            CamundaInputParameter input = task.getModelInstance().newInstance(CamundaInputParameter.class);
            input.setCamundaName(name);
            input.setTextContent(value);
            inputs(task).getCamundaInputParameters().add(input);
        }
    }

    private static CamundaInputOutput inputs(Activity task) {
        if (task.getExtensionElements() == null) {
            task.builder().addExtensionElement(task.getModelInstance().newInstance(CamundaInputOutput.class));
        }
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).singleResult();
    }

    private static Map<String, byte[]> form(Activity task) throws IOException {
        String id = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
        return id == null ? Map.of() : Map.of(id + ".form",
            Files.readString(Path.of("forms/" + id + ".form")).getBytes(StandardCharsets.UTF_8));
    }
}
