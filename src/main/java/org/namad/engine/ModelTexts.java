package org.namad.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What people read in a process, a decision table or a form: names of elements, labels, notes. Each text has a key, the
 * id of its element; what is told about an element adds {@code .documentation} to it in processes and
 * {@code .description} elsewhere, the option of a form its value. What the engine goes by stays as it is: ids,
 * expressions, names of messages, signals, errors and escalations.
 */
final class ModelTexts {

    private static final String FORM = ".form";
    /** Namespaces of what is modelled; those of its picture end otherwise. */
    private static final Pattern MODEL = Pattern.compile(".*/(BPMN|DMN)/\\d+/MODEL/?");
    /** What is told about the element around it: staff read it with a task, process owners with a table. */
    private static final Set<String> TOLD = Set.of("documentation", "description");
    private static final Set<String> KNOWN_BY_NAME = Set.of("message", "signal", "error", "escalation",
        "variable");
    /** Columns of decision tables: people read the label, the engine the name. */
    private static final Set<String> COLUMNS = Set.of("input", "output");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelTexts() {
    }

    /**
     * The file with other texts.
     *
     * @param name     its name, whose end tells a form from a model
     * @param original its content
     * @param text     from key and text to the text that is to stand there
     * @throws IOException if it is neither XML nor JSON
     */
    static byte[] rewrite(String name, byte[] original, BinaryOperator<String> text) throws IOException {
        if (name.endsWith(FORM)) {
            JsonNode form = JSON.readTree(original);
            form.path("components").forEach(component -> rewriteComponent((ObjectNode) component, text));
            return JSON.writeValueAsBytes(form);
        }
        try {
            return rewriteModel(original, text);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException(name + " is no XML", e);
        }
    }

    private static void rewriteComponent(ObjectNode component, BinaryOperator<String> text) {
        String id = component.path("id").asText();
        put(component, "label", id, text);
        put(component, "text", id, text);
        put(component, "description", id + ".description", text);
        component.path("values").forEach(option ->
            put((ObjectNode) option, "label", id + "." + option.path("value").asText(), text));
        component.path("components").forEach(inner -> rewriteComponent((ObjectNode) inner, text));
    }

    private static void put(ObjectNode node, String field, String key, BinaryOperator<String> text) {
        if (!node.path(field).asText().isEmpty()) {
            node.put(field, text.apply(key, node.path(field).asText()));
        }
    }

    private static byte[] rewriteModel(byte[] original, BinaryOperator<String> text)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document model = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(original));
        NodeList elements = model.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (MODEL.matcher(String.valueOf(element.getNamespaceURI())).matches()) {
                rewriteElement(element, text);
            }
        }
        TransformerFactory writers = TransformerFactory.newDefaultInstance();
        writers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer writer = writers.newTransformer();
        writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        writer.transform(new DOMSource(model), new StreamResult(written));
        return written.toByteArray();
    }

    private static void rewriteElement(Element element, BinaryOperator<String> text) {
        String id = element.getAttribute("id");
        String kind = element.getLocalName();
        if (TOLD.contains(kind)) {
            String about = ((Element) element.getParentNode()).getAttribute("id");
            element.setTextContent(text.apply(about + "." + kind, element.getTextContent()));
        }
        if (id.isEmpty() || KNOWN_BY_NAME.contains(kind)) {
            return;
        }
        if (kind.equals("textAnnotation")) {
            NodeList note = element.getElementsByTagNameNS(element.getNamespaceURI(), "text");
            note.item(0).setTextContent(text.apply(id, note.item(0).getTextContent()));
        } else if (element.hasAttribute("label")) {
            element.setAttribute("label", text.apply(id, element.getAttribute("label")));
        } else if (!element.getAttribute("name").isEmpty() && !COLUMNS.contains(kind)) {
            element.setAttribute("name", text.apply(id, element.getAttribute("name")));
        }
    }
}
