package org.namad.modelling.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.namad.modelling.process.Expressions.Parts;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Where flows have conditions there is a way for every result, at exclusive and inclusive gateways and behind tasks.
 * What a variable can be is known from decision tables, which give nothing where no row fits, and from the choices in
 * the forms of its tasks; every combination is tried on the conditions as the engine would evaluate them. A default
 * flow is a way for everything.
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
        draft.models().forEach(model -> check(draft, model, tables, ways -> true));
        if (!tables.isEmpty()) {
            // A new table may give what a model that is live knows no way for.
            Map<String, byte[]> live = offer.liveModels();
            draft.models().forEach(model -> live.remove(model.file()));
            new Draft(live).models().stream()
                .filter(model -> draft.models().stream().flatMap(own -> own.processes().stream())
                    .noneMatch(own -> model.content().getModelElementById(own.getId()) != null))
                .forEach(model -> {
                    Set<String> results = results(draft, model, tables.keySet());
                    check(draft, model, tables, ways -> variables(ways).anyMatch(results::contains));
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

    /** @param concerned which ways are to be checked; of a live model's forms nothing is known here */
    private void check(Draft draft, Draft.Model model, Map<String, Element> tables,
            Predicate<List<SequenceFlow>> concerned) {
        Map<String, Set<Object>> known = new HashMap<>();
        draft.elements(model, BusinessRuleTask.class)
            .filter(task -> task.getCamundaResultVariable() != null && task.getCamundaDecisionRef() != null)
            .forEach(task -> results(task.getCamundaDecisionRef(), tables)
                .forEach(value -> add(known, task.getCamundaResultVariable(), value)));
        Set<String> used = draft.elements(model, UserTask.class).map(UserTask::getCamundaFormRef)
            .filter(Objects::nonNull).collect(Collectors.toSet());
        draft.forms().stream().filter(form -> used.contains(form.id()))
            .flatMap(form -> form.content().findParents("values").stream()).forEach(choice -> choice.path("values")
                .forEach(value -> add(known, choice.path("key").asText(), typed(textOf(value)))));
        Map<FlowNode, List<SequenceFlow>> ways = Draft.ways(model);
        draft.elements(model, FlowNode.class).filter(ways::containsKey).filter(node -> decides(node, ways.get(node)))
            .filter(node -> concerned.test(ways.get(node)))
            .forEach(node -> check(draft, model, node, ways.get(node), known));
    }

    /** Whether the engine looks at conditions here. */
    private static boolean decides(FlowNode node, List<SequenceFlow> ways) {
        return node instanceof ExclusiveGateway && ways.size() > 1 || conditions(ways).findAny().isPresent()
            && !(node instanceof ParallelGateway) && !(node instanceof EventBasedGateway);
    }

    private static Stream<String> conditions(List<SequenceFlow> ways) {
        return ways.stream().map(SequenceFlow::getConditionExpression).filter(Objects::nonNull)
            .map(ModelElementInstance::getTextContent);
    }

    /** What the ways ask for. */
    private static Stream<String> variables(List<SequenceFlow> ways) {
        try {
            return conditions(ways).flatMap(condition -> Expressions.parts(condition).variables().stream())
                .toList().stream();
        } catch (TreeBuilderException unreadable) {
            return Stream.empty();
        }
    }

    private static String textOf(JsonNode choice) {
        return choice.path("value").asText();
    }

    private static void add(Map<String, Set<Object>> known, String variable, Object value) {
        known.computeIfAbsent(variable, name -> new LinkedHashSet<>()).add(value);
    }

    private void check(Draft draft, Draft.Model model, FlowNode node, List<SequenceFlow> ways,
            Map<String, Set<Object>> known) {
        String otherwise = node.getAttributeValue("default");
        List<SequenceFlow> always = ways.stream()
            .filter(way -> way.getConditionExpression() == null && !way.getId().equals(otherwise)).toList();
        if (node instanceof ExclusiveGateway) {
            always.forEach(way -> draft.fault(model, node, "noCondition",
                Objects.requireNonNullElse(way.getTarget().getName(), way.getTarget().getId())));
        }
        if (otherwise != null || !always.isEmpty()) {
            return;
        }
        List<String> conditions = conditions(ways).toList();
        Map<String, List<Object>> values = new TreeMap<>();
        try {
            conditions.forEach(condition -> collect(Expressions.parts(condition), known, values));
        } catch (TreeBuilderException alreadyTold) {
            return;
        }
        combinations(values).stream()
            .filter(combination -> conditions.stream().noneMatch(condition -> expressions.holds(condition, combination)))
            .findFirst().ifPresent(forgotten -> tell(draft, model, node, forgotten));
    }

    private static void tell(Draft draft, Draft.Model model, FlowNode node, Map<String, Object> forgotten) {
        String unanswered = forgotten.entrySet().stream().filter(entry -> entry.getValue() == null).map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
        if (unanswered.isEmpty()) {
            draft.fault(model, node, "noWay", text(forgotten));
        } else {
            draft.fault(model, node, "noRow", unanswered);
        }
    }

    /** A variable compared with texts can be any of its known values; one that is not, true or false. */
    private static void collect(Parts parts, Map<String, Set<Object>> known, Map<String, List<Object>> values) {
        for (String variable : parts.variables()) {
            List<Object> candidates = values.computeIfAbsent(variable, name -> new ArrayList<>());
            if (known.containsKey(variable)) {
                candidates.addAll(known.get(variable));
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

    /** All that a table's first output can be, null where no row need fit; empty if an entry is more than a literal. */
    private Set<Object> results(String key, Map<String, Element> tables) {
        Element table = tables.get(key);
        if (table == null) {
            byte[] deployed = offer.decision(key);
            table = deployed == null ? null : tables(new Draft(Map.of("live.dmn", deployed))).get(key);
        }
        Set<Object> results = new LinkedHashSet<>();
        if (table != null) {
            List<Element> rules = elements(table, "rule").toList();
            for (String entry : rules.stream().flatMap(rule -> elements(rule, "outputEntry").limit(1))
                .map(Element::getTextContent).map(String::strip).toList()) {
                if (!entry.matches("\"[^\"]*\"|true|false")) {
                    return Set.of();
                }
                results.add(typed(entry.replace("\"", "")));
            }
            if (!results.isEmpty() && givesOne(table) && rules.stream().noneMatch(GatewayRules::fitsEverything)) {
                results.add(null);
            }
        }
        return results;
    }

    /** Whether a table gives one row's result, not those of all that fit. */
    private static boolean givesOne(Element decision) {
        return elements(decision, "decisionTable").map(table -> table.getAttribute("hitPolicy"))
            .noneMatch(policy -> policy.equals("COLLECT") || policy.endsWith("ORDER"));
    }

    private static boolean fitsEverything(Element rule) {
        return elements(rule, "inputEntry").map(Element::getTextContent).map(String::strip)
            .allMatch(entry -> entry.isEmpty() || entry.equals("-"));
    }

    static Stream<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }
}
