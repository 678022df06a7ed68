package org.namad.modelling.process;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;

import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.namad.modelling.process.Expressions.Parts;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * The right to deploy is not the right to run code: models use what is allowed here and nothing else. Elements and
 * attributes of Camunda's that are not listed are refused, known or not; so are those of any namespace that Modeler does
 * not write, scripts in any form, and expressions that do more than compare variables and call functions that Namad
 * offers. The engine knows many elements by their name alone, whatever their namespace, so each has its place.
 */
class SafetyRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> DIAGRAM = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
        "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");
    /** Declarations, and what Modeler notes for itself: its version and colours. */
    private static final Set<String> NOTES = Set.of(XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
        "http://camunda.org/schema/modeler/1.0", "http://bpmn.io/schema/bpmn/biocolor/1.0",
        "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
    private static final Set<String> ELEMENTS = Set.of("inputOutput", "inputParameter", "outputParameter", "list", "map",
        "entry", "value", "properties", "property", "in", "out", "executionListener", "taskListener",
        "failedJobRetryTimeCycle");
    private static final Set<String> ATTRIBUTES = Set.of("delegateExpression", "expression", "event", "asyncBefore",
        "asyncAfter", "exclusive", "formKey", "formRef", "formRefBinding", "formRefVersion", "assignee",
        "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority", "jobPriority", "taskPriority",
        "historyTimeToLive", "isStartableInTasklist", "versionTag", "decisionRef", "decisionRefBinding",
        "decisionRefVersion", "mapDecisionResult", "resultVariable", "calledElementBinding", "calledElementVersion",
        "collection", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable",
        "initiator", "modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon");
    /** Attributes of the listed elements themselves, which stand without a namespace. */
    private static final Set<String> OWN_ATTRIBUTES = Set.of("name", "key", "id", "value", "event", "delegateExpression",
        "expression", "source", "sourceExpression", "target", "variables", "businessKey", "local");
    private static final Set<String> FEEL = Set.of(DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
        DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
        DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
        DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
        DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
        DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);
    private static final Set<String> FORM_PARTS_WITH_CODE = Set.of("html", "iframe", "expression", "script");

    private final Offer offer;

    SafetyRules(Offer offer) {
        this.offer = offer;
    }

    /** @return whether nothing was found */
    boolean check(Draft draft) {
        int before = draft.faults().size();
        for (Draft.Model model : draft.models()) {
            elements(model.xml().getDocumentElement()).forEach(element -> {
                if (!isInPlace(element) || !isPermitted(element)) {
                    Element owner = owner(element);
                    draft.fault(model.file(), owner.getAttribute("id"), owner.getAttribute("name"), "notAllowed",
                        element.getNodeName());
                }
                checkTexts(draft, model.file(), element);
            });
        }
        for (Draft.Decisions decisions : draft.decisions()) {
            elements(decisions.xml().getDocumentElement()).forEach(element -> attributes(element)
                .filter(attribute -> attribute.getLocalName().equals("expressionLanguage"))
                .filter(attribute -> !FEEL.contains(attribute.getValue()))
                .forEach(attribute -> {
                    Element owner = owner(element);
                    draft.fault(decisions.file(), owner.getAttribute("id"), owner.getAttribute("label"), "notFeel",
                        attribute.getValue());
                }));
        }
        draft.forms().forEach(form -> form.content().findParents("type").stream()
            .filter(part -> FORM_PARTS_WITH_CODE.contains(part.path("type").asText()))
            .forEach(part -> draft.fault(form.file(), part.path("id").asText(form.id()), part.path("label").asText(),
                "formCode", part.path("type").asText())));
        return draft.faults().size() == before;
    }

    /** BPMN in BPMN, Camunda's elements in extensionElements, the picture beside the process. */
    private static boolean isInPlace(Element element) {
        String namespace = namespace(element);
        if (!(element.getParentNode() instanceof Element around)) {
            return BPMN.equals(namespace);
        }
        boolean inBpmn = BPMN.equals(around.getNamespaceURI());
        boolean inExtension = inBpmn && around.getLocalName().equals("extensionElements");
        if (CAMUNDA.equals(namespace)) {
            return inExtension || CAMUNDA.equals(around.getNamespaceURI());
        }
        if (BPMN.equals(namespace)) {
            return inBpmn && !inExtension;
        }
        return DIAGRAM.contains(namespace) && (DIAGRAM.contains(namespace(around))
            || element.getLocalName().equals("BPMNDiagram") && !(around.getParentNode() instanceof Element));
    }

    private static String namespace(Element element) {
        return Objects.requireNonNullElse(element.getNamespaceURI(), "");
    }

    private static boolean isPermitted(Element element) {
        String name = element.getLocalName();
        if (CAMUNDA.equals(element.getNamespaceURI())) {
            return ELEMENTS.contains(name) && attributes(element).allMatch(attribute ->
                attribute.getNamespaceURI() == null ? OWN_ATTRIBUTES.contains(attribute.getLocalName())
                    : isPermitted(attribute));
        }
        boolean script = name.equals("scriptTask") || name.equals("script") || element.hasAttribute("language");
        return !script && attributes(element).allMatch(SafetyRules::isPermitted);
    }

    private static boolean isPermitted(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        return namespace == null || NOTES.contains(namespace)
            // The type of an expression; a place of a schema would be fetched.
            || namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI) && attribute.getLocalName().equals("type")
            || namespace.equals(CAMUNDA) && ATTRIBUTES.contains(attribute.getLocalName());
    }

    private void checkTexts(Draft draft, String file, Element element) {
        Stream.concat(attributes(element).map(Attr::getValue), Stream.of(text(element))).filter(Expressions::isOne)
            .forEach(text -> checkExpression(draft, file, element, text));
    }

    private void checkExpression(Draft draft, String file, Element element, String text) {
        Element owner = owner(element);
        String id = owner.getAttribute("id");
        String name = owner.getAttribute("name");
        Parts parts;
        try {
            parts = Expressions.parts(text);
        } catch (TreeBuilderException unreadable) {
            draft.fault(file, id, name, "expression", text.strip());
            return;
        }
        if (parts.forbidden() != null) {
            draft.fault(file, id, name, "expressionNotAllowed", text.strip());
        }
        parts.calls().stream().filter(call -> !offer.isFunction(call))
            .forEach(call -> draft.fault(file, id, name, "callNotAllowed", call.toString()));
        if (!isDelegate(element, text)) {
            parts.variables().stream().filter(offer::isBean)
                .forEach(bean -> draft.fault(file, id, name, "beanNotAllowed", bean));
        }
    }

    /** Whether the text names a step; {@link ReferenceRules} sees whether that exists. */
    private static boolean isDelegate(Element element, String text) {
        return attributes(element).anyMatch(attribute -> attribute.getLocalName().equals("delegateExpression")
            && attribute.getValue().equals(text));
    }

    /** The nearest element around it that has an id: what the process owner sees. */
    private static Element owner(Element element) {
        Node node = element;
        while (node.getParentNode() instanceof Element parent
                && (((Element) node).getAttribute("id").isEmpty() || CAMUNDA.equals(node.getNamespaceURI())
                    || ((Element) node).getLocalName().endsWith("Definition"))) {
            node = parent;
        }
        return (Element) node;
    }

    private static Stream<Element> elements(Element root) {
        return Stream.concat(Stream.of(root), children(root).filter(Element.class::isInstance).map(Element.class::cast)
            .flatMap(SafetyRules::elements));
    }

    /** The element's own text as the engine puts it together, whatever stands between its pieces. */
    private static String text(Element element) {
        return children(element).filter(Text.class::isInstance).map(Node::getNodeValue).collect(Collectors.joining());
    }

    private static Stream<Node> children(Element element) {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item);
    }

    private static Stream<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
            .mapToObj(at -> (Attr) element.getAttributes().item(at));
    }
}
