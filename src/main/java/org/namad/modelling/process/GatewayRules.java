package org.namad.modelling.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.namad.modelling.process.Expressions.Parts;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A gateway has a way for every result. What a variable can be is known from decision tables and from the choices in
 * the forms of its tasks; every combination is tried on the conditions as the engine would evaluate them. A gateway with a default flow
 * has a way for everything.
 */
class GatewayRules {

    private static final int TOO_MANY = 500;

    private final Offer offer;
    private final Expressions expressions = new Expressions();

    GatewayRules(Offer offer) {
        this.offer = offer;
    }

    void check(Draft draft) {
        Map<String, Element> tables = tables(draft);
        draft.models().forEach(model -> check(draft, model, tables, gateway -> true));
        if (!tables.isEmpty()) {
            // A new table may give what a model that is live knows no way for.
            Map<String, byte[]> live = offer.liveModels();
            draft.models().forEach(model -> live.remove(model.file()));
            new Draft(live).models().stream()
                .filter(model -> draft.models().stream().flatMap(own -> own.processes().stream())
                    .noneMatch(own -> model.content().getModelElementById(own.getId()) != null))
                .forEach(model -> {
                    Set<String> results = results(draft, model, tables.keySet());
                    check(draft, model, tables, gateway -> variables(gateway).anyMatch(results::contains));
                });
        }
    }

    /** The variables of a model that hold what these tables say. */
    private static Set<String> results(Draft draft, Draft.Model model, Set<String> tables) {
        return draft.elements(model, BusinessRuleTask.class)
            .filter(task -> tables.contains(task.getCamundaDecisionRef()) && task.getCamundaResultVariable() != null)
            .map(BusinessRuleTask::getCamundaResultVariable).collect(Collectors.toSet());
    }

    /** The decision tables of a draft by their keys. */
    static Map<String, Element> tables(Draft draft) {
        Map<String, Element> tables = new HashMap<>();
        draft.decisions().forEach(file -> elements(file.xml().getDocumentElement(), "decision")
            .forEach(decision -> tables.put(decision.getAttribute("id"), decision)));
        return tables;
    }

    /** @param concerned which gateways are to be checked; of a live model's forms nothing is known here */
    private void check(Draft draft, Draft.Model model, Map<String, Element> tables,
            Predicate<ExclusiveGateway> concerned) {
        Map<String, Set<String>> known = new HashMap<>();
        draft.elements(model, BusinessRuleTask.class)
            .filter(task -> task.getCamundaResultVariable() != null && task.getCamundaDecisionRef() != null)
            .forEach(task -> results(task.getCamundaDecisionRef(), tables)
                .forEach(value -> add(known, task.getCamundaResultVariable(), value)));
        Set<String> used = draft.elements(model, UserTask.class).map(UserTask::getCamundaFormRef)
            .filter(Objects::nonNull).collect(Collectors.toSet());
        draft.forms().stream().filter(form -> used.contains(form.id())).forEach(form -> form.content().findParents("values").forEach(choice ->
            choice.path("values").forEach(value -> add(known, choice.path("key").asText(), textOf(value)))));
        draft.elements(model, ExclusiveGateway.class).filter(gateway -> gateway.getOutgoing().size() > 1)
            .filter(concerned).forEach(gateway -> check(draft, model, gateway, known));
    }

    /** What the ways out of a gateway ask for. */
    private static Stream<String> variables(ExclusiveGateway gateway) {
        try {
            return gateway.getOutgoing().stream().map(SequenceFlow::getConditionExpression).filter(Objects::nonNull)
                .flatMap(condition -> Expressions.parts(condition.getTextContent()).variables().stream()).toList().stream();
        } catch (TreeBuilderException unreadable) {
            return Stream.empty();
        }
    }

    private static String textOf(JsonNode choice) {
        return choice.path("value").asText();
    }

    private static void add(Map<String, Set<String>> known, String variable, String value) {
        known.computeIfAbsent(variable, name -> new TreeSet<>()).add(value);
    }

    private void check(Draft draft, Draft.Model model, ExclusiveGateway gateway, Map<String, Set<String>> known) {
        Collection<SequenceFlow> ways = gateway.getOutgoing();
        ways.stream().filter(way -> way.getConditionExpression() == null && !way.equals(gateway.getDefault()))
            .forEach(way -> draft.fault(model, gateway, "noCondition", way.getTarget().getName()));
        if (gateway.getDefault() != null) {
            return;
        }
        List<String> conditions = ways.stream().map(SequenceFlow::getConditionExpression).filter(Objects::nonNull)
            .map(condition -> condition.getTextContent()).toList();
        Map<String, List<Object>> values = new TreeMap<>();
        try {
            conditions.forEach(condition -> collect(Expressions.parts(condition), known, values));
        } catch (TreeBuilderException alreadyTold) {
            return;
        }
        combinations(values).stream()
            .filter(combination -> conditions.stream().noneMatch(condition -> expressions.holds(condition, combination)))
            .findFirst().ifPresent(forgotten -> draft.fault(model, gateway, "noWay", text(forgotten)));
    }

    /** A variable compared with texts can be any of its known values; one that is not, true or false. */
    private static void collect(Parts parts, Map<String, Set<String>> known, Map<String, List<Object>> values) {
        for (String variable : parts.variables()) {
            List<Object> candidates = values.computeIfAbsent(variable, name -> new ArrayList<>());
            if (known.containsKey(variable)) {
                candidates.addAll(known.get(variable).stream().map(GatewayRules::typed).toList());
            } else if (parts.texts().isEmpty()) {
                candidates.addAll(List.of(true, false));
            } else {
                candidates.addAll(parts.texts());
                candidates.add("…");
            }
        }
    }

    private static Object typed(String value) {
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
    }

    private static List<Map<String, Object>> combinations(Map<String, List<Object>> values) {
        List<Map<String, Object>> combinations = new ArrayList<>(List.of(Map.of()));
        values.forEach((variable, candidates) -> {
            List<Map<String, Object>> longer = new ArrayList<>();
            combinations.forEach(begun -> candidates.stream().distinct().limit(TOO_MANY).forEach(candidate -> {
                Map<String, Object> combination = new TreeMap<>(begun);
                combination.put(variable, candidate);
                longer.add(combination);
            }));
            combinations.clear();
            longer.stream().limit(TOO_MANY).forEach(combinations::add);
        });
        return combinations;
    }

    private static String text(Map<String, Object> combination) {
        return combination.isEmpty() ? "…" : String.join(", ", combination.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue()).toList());
    }

    /** Every text that the first output of a table can be; empty if an entry is more than a literal. */
    private Set<String> results(String key, Map<String, Element> tables) {
        Element table = tables.get(key);
        if (table == null) {
            byte[] deployed = offer.decision(key);
            table = deployed == null ? null : tables(new Draft(Map.of("live.dmn", deployed))).get(key);
        }
        Set<String> results = new TreeSet<>();
        if (table != null) {
            for (String entry : elements(table, "rule").map(rule -> elements(rule, "outputEntry").findFirst().orElse(null))
                .filter(Objects::nonNull).map(Element::getTextContent).map(String::strip).toList()) {
                if (!entry.matches("\"[^\"]*\"|true|false")) {
                    return Set.of();
                }
                results.add(entry.replace("\"", ""));
            }
        }
        return results;
    }

    private static Stream<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }
}
