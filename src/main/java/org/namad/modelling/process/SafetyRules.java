package org.namad.modelling.process;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.namad.modelling.process.Expressions.Parts;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * The right to deploy is not the right to run code: models use what is allowed here and nothing else. Elements and
 * attributes of Camunda's that are not listed are refused, known or not; so are scripts in any form, and expressions
 * that do more than compare variables and call functions that Namad offers.
 */
class SafetyRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
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
    private static final Set<String> FORM_PARTS_WITH_CODE = Set.of("html", "iframe", "expression", "script");

    private final Offer offer;

    SafetyRules(Offer offer) {
        this.offer = offer;
    }

    void check(Draft draft) {
        for (Draft.Model model : draft.models()) {
            elements(model.xml().getDocumentElement()).forEach(element -> {
                if (!isPermitted(element)) {
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
                .filter(attribute -> !attribute.getValue().toLowerCase().contains("feel"))
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
    }

    private static boolean isPermitted(Element element) {
        String name = element.getLocalName();
        if (CAMUNDA.equals(element.getNamespaceURI())) {
            return ELEMENTS.contains(name) && attributes(element).allMatch(attribute ->
                attribute.getNamespaceURI() == null ? OWN_ATTRIBUTES.contains(attribute.getLocalName())
                    : isPermitted(attribute));
        }
        boolean script = BPMN.equals(element.getNamespaceURI())
            && (name.equals("scriptTask") || name.equals("script") || element.hasAttribute("language"));
        return !script && attributes(element).allMatch(SafetyRules::isPermitted);
    }

    private static boolean isPermitted(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        // Camunda reads the older names of its namespaces as well.
        boolean engines = namespace != null && (namespace.contains("camunda.org/schema") || namespace.contains("activiti"))
            && !namespace.contains("modeler");
        return !engines || namespace.equals(CAMUNDA) && ATTRIBUTES.contains(attribute.getLocalName());
    }

    private void checkTexts(Draft draft, String file, Element element) {
        Stream.concat(attributes(element).map(Attr::getValue), texts(element)).filter(Expressions::isOne)
            .filter(text -> !element.getLocalName().equals("documentation"))
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

    private static Stream<String> texts(Element element) {
        return children(element).filter(Text.class::isInstance).map(Node::getNodeValue);
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
