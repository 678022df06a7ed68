package org.namad.modelling.process;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.w3c.dom.Element;

/** Every cell of a decision table can be read: the engine reads it only when a case asks, and then fails. */
class TableRules {

    /** The engine's own reader of FEEL. */
    private static final FeelEngineApi FEEL = FeelEngineBuilder.create().build();

    void check(Draft draft) {
        for (Draft.Decisions file : draft.decisions()) {
            GatewayRules.elements(file.xml().getDocumentElement(), "decision").forEach(decision ->
                GatewayRules.elements(decision, "text").forEach(text -> check(draft, file, decision, text)));
        }
    }

    private static void check(Draft draft, Draft.Decisions file, Element decision, Element text) {
        Element entry = (Element) text.getParentNode();
        String written = text.getTextContent().strip();
        if (!written.isEmpty() && !isReadable(entry.getLocalName(), written)) {
            String id = entry.getAttribute("id");
            draft.fault(file.file(), id.isEmpty() ? decision.getAttribute("id") : id, decision.getAttribute("name"),
                "feel", written);
        }
    }

    private static boolean isReadable(String place, String written) {
        return switch (place) {
            case "inputEntry", "inputValues", "outputValues" -> FEEL.parseUnaryTests(written).isSuccess();
            case "inputExpression", "outputEntry", "literalExpression" -> FEEL.parseExpression(written).isSuccess();
            default -> true;
        };
    }
}
