package org.namad.modelling.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractActivityBuilder;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** An element template of the English kit, and a flow of its task alone. */
record KitTemplate(JsonNode json) {

    private static final Map<String, Class<? extends Activity>> TASKS = Map.of("bpmn:ServiceTask", ServiceTask.class,
        "bpmn:SendTask", SendTask.class, "bpmn:UserTask", UserTask.class, "bpmn:BusinessRuleTask", BusinessRuleTask.class,
        "bpmn:CallActivity", CallActivity.class);
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static Stream<KitTemplate> all() throws IOException {
        String file = Files.readString(Path.of("processes/element-templates/namad.en.json"));
        return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false).map(KitTemplate::new);
    }

    String id() {
        return json.path("id").asText();
    }

    @Override
    public String toString() {
        return id();
    }

    /** A flow of the task alone, as it is dragged onto the canvas, with its form, and with a timer of 48 hours if named. */
    Map<String, byte[]> trial(String... timer) throws IOException {
        BpmnModelInstance model = Bpmn.createExecutableProcess("trial").name("Trial")
            .camundaHistoryTimeToLiveString("P1095D").startEvent().name("Started")
            .manualTask("Task_Trial").name("Do something").endEvent().name("Ended").done();
        Activity old = model.getModelElementById("Task_Trial");
        String kind = json.path("appliesTo").path(0).asText();
        boolean event = kind.equals("bpmn:BoundaryEvent");
        Class<? extends Activity> type = event ? UserTask.class : TASKS.get(kind);
        Activity task = model.newInstance(type);
        old.replaceWithElement(task);
        if (event) {
            task.setAttributeValueNs(CAMUNDA, "formKey", "page:/complaints/{id}");
        }
        (event ? Stream.of("Event_Trial") : Stream.of(timer)).forEach(id ->
            ((AbstractActivityBuilder<?, ?>) task.builder()).boundaryEvent(id).name("Time over")
                .timerWithDuration("PT48H").endEvent().name("Over"));
        BaseElement dragged = event ? model.getModelElementById("Event_Trial") : task;
        json.path("properties").forEach(property -> apply(property, dragged));
        Map<String, byte[]> files = new HashMap<>(form(task));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(text, model);
        files.put("trial.bpmn", text.toByteArray());
        return files;
    }

    /** Does what Modeler does when a template is chosen. */
    private static void apply(JsonNode property, BaseElement element) {
        String value = property.path("value").asText();
        if (value.isEmpty()) {
            return;
        }
        JsonNode binding = property.path("binding");
        String name = binding.path("name").asText();
        switch (binding.path("type").asText()) {
            case "property" -> {
                if (name.startsWith("camunda:")) {
                    element.setAttributeValueNs(CAMUNDA, name.substring("camunda:".length()), value);
                } else {
                    element.setAttributeValue(name, value);
                }
            }
            case "camunda:property" -> {
                CamundaProperty own = extension(element, CamundaProperty.class, CamundaProperties.class);
                own.setCamundaName(name);
                own.setCamundaValue(value);
            }
            case "camunda:in" -> {
                CamundaIn in = extension(element, CamundaIn.class, null);
                in.setAttributeValue(binding.path("expression").asBoolean() ? "sourceExpression" : "source", value);
                in.setCamundaTarget(binding.path("target").asText());
            }
            case "camunda:in:businessKey" -> extension(element, CamundaIn.class, null).setCamundaBusinessKey(value);
            case "camunda:out" -> {
                CamundaOut out = extension(element, CamundaOut.class, null);
                out.setCamundaSource(binding.path("source").asText());
                out.setCamundaTarget(value);
            }
            default -> {
                CamundaInputParameter input = extension(element, CamundaInputParameter.class, CamundaInputOutput.class);
                input.setCamundaName(name);
                input.setTextContent(value);
            }
        }
    }

    /** A new extension of an element, in the group of this type if there is one. */
    private static <T extends ModelElementInstance> T extension(BaseElement element, Class<T> type,
            Class<? extends ModelElementInstance> group) {
        T added = element.getModelInstance().newInstance(type);
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(element.getModelInstance().newInstance(ExtensionElements.class));
        }
        if (group == null) {
            element.getExtensionElements().addChildElement(added);
        } else {
            if (element.getExtensionElements().getChildElementsByType(group).isEmpty()) {
                element.getExtensionElements().addChildElement(element.getModelInstance().newInstance(group));
            }
            element.getExtensionElements().getChildElementsByType(group).iterator().next().addChildElement(added);
        }
        return added;
    }

    private static Map<String, byte[]> form(Activity task) throws IOException {
        String id = task.getAttributeValueNs(CAMUNDA, "formRef");
        return id == null ? Map.of() : Map.of(id + ".form",
            Files.readString(Path.of("forms/" + id + ".form")).getBytes(StandardCharsets.UTF_8));
    }
}
