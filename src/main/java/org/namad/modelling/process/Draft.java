package org.namad.modelling.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.namad.modelling.Fault;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The files of one deployment, read, and what is wrong with them so far. */
class Draft {

    /** A model as the engine will read it, and as plain XML, in which nothing can hide. */
    record Model(String file, BpmnModelInstance content, Document xml) {

        /** The processes of the model; one, unless the check finds otherwise. */
        List<Process> processes() {
            return List.copyOf(content.getModelElementsByType(Process.class));
        }
    }

    /** A decision table's file. */
    record Decisions(String file, Document xml) {
    }

    /** A form's file. */
    record Form(String file, JsonNode content) {

        String id() {
            return content.path("id").asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Model> models = new ArrayList<>();
    private final List<Decisions> decisions = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final Map<String, byte[]> others = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Draft(Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            try {
                read(name, content);
            } catch (IOException | SAXException | ModelException unreadable) {
                faultOfFile(name, "unreadable", String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
            }
        });
    }

    private void read(String name, byte[] content) throws IOException, SAXException {
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            Document xml = xml(content);
            models.add(new Model(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)), xml));
        } else if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            decisions.add(new Decisions(name, xml(content)));
        } else if (name.endsWith(".form")) {
            forms.add(new Form(name, JSON.readTree(content)));
        } else {
            others.put(name, content);
        }
    }

    private static Document xml(byte[] content) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Model> models() {
        return models;
    }

    List<Decisions> decisions() {
        return decisions;
    }

    List<Form> forms() {
        return forms;
    }

    /** Files that are neither models nor decision tables nor forms. */
    Map<String, byte[]> others() {
        return others;
    }

    /** Elements of a type in all models, those inside sub-processes included. */
    <T extends ModelElementInstance> Stream<T> elements(Model model, Class<T> type) {
        return model.content().getModelElementsByType(type).stream();
    }

    /** The flows that leave each element, as the flows say: what elements say of their flows the engine does not read. */
    static Map<FlowNode, List<SequenceFlow>> ways(Model model) {
        return model.content().getModelElementsByType(SequenceFlow.class).stream()
            .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
            .collect(Collectors.groupingBy(SequenceFlow::getSource));
    }

    void faultOfFile(String file, String kind, String... arguments) {
        faults.add(new Fault(file, null, file, kind, List.of(arguments)));
    }

    void fault(Model model, BaseElement element, String kind, String... arguments) {
        String name = element instanceof FlowElement flow ? flow.getName()
            : element instanceof Process process ? process.getName() : null;
        fault(model.file(), element.getId(), name, kind, arguments);
    }

    void fault(String file, String elementId, String name, String kind, String... arguments) {
        faults.add(new Fault(file, elementId, name == null || name.isBlank() ? elementId : name, kind,
            List.of(arguments)));
    }

    List<Fault> faults() {
        return faults.stream().distinct().toList();
    }
}
