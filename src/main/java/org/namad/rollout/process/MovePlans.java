package org.namad.rollout.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionsBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.CaseMoves.Element;
import org.namad.rollout.CaseMoves.Gap;
import org.namad.rollout.CaseMoves.Pair;
import org.namad.rollout.CaseMoves.Plan;
import org.namad.rollout.ModelVersions.Model;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares two versions of a process, element by element, and counts the cases that wait at each. */
@Component
class MovePlans {

    private static final String TIMERS = "select d.ACT_ID_, count(*) as CASES_ from ACT_RU_JOB j "
        + "join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where j.PROCESS_DEF_ID_ = ? and j.TYPE_ = 'timer' "
        + "and j.PROCESS_INSTANCE_ID_ is not null group by d.ACT_ID_";
    private static final String MESSAGES = "select s.ACTIVITY_ID_, count(*) as CASES_ from ACT_RU_EVENT_SUBSCR s "
        + "join ACT_RU_EXECUTION e on e.ID_ = s.EXECUTION_ID_ where e.PROC_DEF_ID_ = ? group by s.ACTIVITY_ID_";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcTemplate database;
    private final MessageSource messages;

    MovePlans(RepositoryService repository, RuntimeService runtime, ManagementService management, JdbcTemplate database,
            MessageSource messages) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.database = database;
        this.messages = messages;
    }

    Optional<ProcessDefinition> definition(String process, int version) {
        // The engine does not take versions below 1 for a question.
        return version < 1 ? Optional.empty() : Optional.ofNullable(repository.createProcessDefinitionQuery()
            .processDefinitionKey(process).processDefinitionVersion(version).singleResult());
    }

    Drawing drawing(String definition) {
        return new Drawing(repository.getBpmnModelInstance(definition));
    }

    /** The engine's plan: what is equal, and what was mapped by hand with the events that hang on it. No event is renewed. */
    MigrationPlan build(ProcessDefinition from, ProcessDefinition to, Map<String, String> byHand) {
        MigrationInstructionsBuilder builder = runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities();
        Set<String> equal = targets(builder.build()).keySet();
        Drawing before = drawing(from.getId());
        Drawing after = drawing(to.getId());
        Map<String, String> added = new LinkedHashMap<>();
        byHand.forEach((source, target) -> {
            if (!equal.contains(source) && before.node(source).isPresent() && after.node(target).isPresent()) {
                added.put(source, target);
                for (BoundaryEvent event : before.eventsOf(source)) {
                    after.eventsOf(target).stream().filter(other -> other.getId().equals(event.getId())
                            && Drawing.kind(other).equals(Drawing.kind(event)) && !byHand.containsKey(event.getId()))
                        .forEach(other -> added.put(event.getId(), other.getId()));
                }
            }
        });
        added.forEach(builder::mapActivities);
        return builder.build();
    }

    private static Map<String, String> targets(MigrationPlan plan) {
        return plan.getInstructions().stream().collect(Collectors.toMap(MigrationInstruction::getSourceActivityId,
            MigrationInstruction::getTargetActivityId, (one, other) -> one, LinkedHashMap::new));
    }

    Plan plan(Model model, ProcessDefinition from, ProcessDefinition to, Map<String, String> byHand, Locale locale) {
        Drawing before = drawing(from.getId());
        Drawing after = drawing(to.getId());
        List<String> faults = new ArrayList<>(unknown(byHand, before, after, locale));
        Map<String, String> equal = targets(build(from, to, Map.of()));
        Map<String, String> targets = equal;
        try {
            targets = targets(build(from, to, byHand));
        } catch (MigrationPlanValidationException refused) {
            faults.addAll(words(refused, before, after, locale));
        }
        Map<String, Long> waits = waits(from.getId());
        Map<String, Long> held = new TreeMap<>(events(from.getId()));
        held.putAll(waits);
        List<Pair> pairs = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Map.Entry<String, Long> holding : held.entrySet()) {
            String id = holding.getKey();
            String target = targets.get(id);
            if (target != null) {
                pairs.add(pair(id, target, holding.getValue(), before, after));
            }
            boolean decided = byHand.containsKey(id) && !equal.containsKey(id);
            if (decided || target == null && !hangsOnGap(id, targets.keySet(), byHand.keySet(), before)) {
                gaps.add(new Gap(before.element(id), holding.getValue(), !waits.containsKey(id),
                    candidates(id, before, after, new HashSet<>(equal.values())), byHand.get(id)));
            }
        }
        long cases = runtime.createProcessInstanceQuery().processDefinitionId(from.getId()).count();
        return new Plan(model, from.getVersion(), to.getVersion(), cases, pairs, gaps, added(targets, after), faults);
    }

    /** Mappings by hand of what one of the versions does not have. */
    private List<String> unknown(Map<String, String> byHand, Drawing before, Drawing after, Locale locale) {
        return byHand.entrySet().stream().filter(mapping -> before.node(mapping.getKey()).isEmpty()
                || !mapping.getValue().equals(CaseMoves.GIVEN_UP) && after.node(mapping.getValue()).isEmpty())
            .map(mapping -> messages.getMessage("rollout.move.fault.unknown",
                new Object[] {mapping.getKey(), mapping.getValue()}, locale)).toList();
    }

    /** Cases whose task stays behind stay with all its events. */
    private static boolean hangsOnGap(String id, Set<String> moved, Set<String> byHand, Drawing before) {
        return before.node(id).filter(node -> node instanceof BoundaryEvent event
            && !moved.contains(event.getAttachedTo().getId()) && !byHand.contains(event.getAttachedTo().getId()))
            .isPresent();
    }

    private static Pair pair(String id, String target, long cases, Drawing before, Drawing after) {
        String old = before.time(id);
        String now = after.time(target);
        boolean differs = old != null && now != null && !old.equals(now);
        return new Pair(before.element(id), after.element(target), cases, differs ? old : null, differs ? now : null);
    }

    private static List<Element> candidates(String id, Drawing before, Drawing after, Set<String> taken) {
        return before.node(id).map(node -> after.nodes().stream()
            .filter(other -> Drawing.kind(other).equals(Drawing.kind(node)) && !taken.contains(other.getId()))
            .map(Drawing::element).toList()).orElse(List.of());
    }

    /** Timers that begin to run with the move, since the tasks they hang on have moved and they are new. */
    private static List<Element> added(Map<String, String> targets, Drawing after) {
        return targets.values().stream().distinct().flatMap(task -> after.eventsOf(task).stream())
            .filter(event -> after.isTimer(event.getId()) && !targets.containsValue(event.getId()))
            .map(FlowNode.class::cast).map(Drawing::element).toList();
    }

    private Map<String, Long> waits(String definition) {
        return management.createActivityStatisticsQuery(definition).list().stream()
            .filter(activity -> activity.getInstances() > 0)
            .collect(Collectors.toMap(ActivityStatistics::getId, activity -> (long) activity.getInstances()));
    }

    private Map<String, Long> events(String definition) {
        Map<String, Long> events = new HashMap<>();
        for (String query : List.of(TIMERS, MESSAGES)) {
            database.query(query, row -> { events.put(row.getString(1), row.getLong(2)); }, definition);
        }
        return events;
    }

    private List<String> words(MigrationPlanValidationException refused, Drawing before, Drawing after, Locale locale) {
        return refused.getValidationReport().getInstructionReports().stream()
            .flatMap(report -> report.getFailures().stream().map(failure -> messages.getMessage(
                "rollout.move.fault." + fault(failure), new Object[] {
                    before.element(report.getMigrationInstruction().getSourceActivityId()).name(),
                    after.element(report.getMigrationInstruction().getTargetActivityId()).name(), failure}, locale)))
            .distinct().toList();
    }

    private static String fault(String failure) {
        if (failure.contains("incompatible types") || failure.contains("same type")) {
            return "kind";
        } else if (failure.contains("event scope")) {
            return "attached";
        } else if (failure.contains("ultiple mappings") || failure.startsWith("Only one gateway")) {
            return "twice";
        }
        return "other";
    }
}
