package org.namad.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.namad.casefile.CaseKey;
import org.springframework.stereotype.Component;

/** Step by step what the processes of one case did, in the words of their models, read from the engine's history. */
@Component
public class CaseCourse {

    /** What sort of step. */
    public enum Kind { STARTED, TASK_OPENED, TASK_DONE, TASK_ENDED, DONE_BY_ITSELF, DECIDED_BY_TABLE, WAITING, TIMER_FIRED, ENDED }

    /**
     * One step.
     *
     * @param when    at what time
     * @param kind    what sort of step
     * @param name    the name of the step in the model
     * @param who     the name of the staff member who did it; null if nobody of the staff did
     * @param whom    the name of the absent colleague it was done for; null otherwise
     * @param outcome what a decision table gave, as name and value; null for other steps
     */
    public record Step(Instant when, Kind kind, String name, String who, String whom, String outcome) {
    }

    private static final Map<String, Kind> KINDS = Map.of(
        "startEvent", Kind.STARTED,
        "userTask", Kind.TASK_OPENED,
        "serviceTask", Kind.DONE_BY_ITSELF,
        "businessRuleTask", Kind.DECIDED_BY_TABLE,
        "receiveTask", Kind.WAITING,
        "boundaryTimer", Kind.TIMER_FIRED,
        "intermediateTimer", Kind.TIMER_FIRED,
        "noneEndEvent", Kind.ENDED);

    private final HistoryService history;
    private final StaffAccounts accounts;

    CaseCourse(HistoryService history, StaffAccounts accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    /** Every step of the case, the earliest first. Mails and gateways are left out. */
    public List<Step> of(CaseKey key) {
        Map<String, HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
            .processInstanceBusinessKey(key.toString()).list().stream()
            .collect(Collectors.toMap(HistoricTaskInstance::getId, Function.identity()));
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.toString()).list().stream()
            .map(HistoricProcessInstance::getId)
            .flatMap(instance -> {
                Map<String, String> outcomes = outcomes(instance);
                return history.createHistoricActivityInstanceQuery().processInstanceId(instance)
                    .orderPartiallyByOccurrence().asc().list().stream()
                    .filter(activity -> activity.getActivityName() != null)
                    .flatMap(activity -> steps(activity, tasks.get(activity.getTaskId()), outcomes));
            })
            .sorted(Comparator.comparing(Step::when)).toList();
    }

    private Stream<Step> steps(HistoricActivityInstance activity, HistoricTaskInstance task,
            Map<String, String> outcomes) {
        Kind kind = KINDS.get(activity.getActivityType());
        if (kind == null) {
            return Stream.empty();
        }
        Step begun = new Step(activity.getStartTime().toInstant(), kind, activity.getActivityName(), null, null,
            outcomes.get(activity.getId()));
        return kind == Kind.TASK_OPENED && activity.getEndTime() != null
            ? Stream.of(begun, end(activity, task)) : Stream.of(begun);
    }

    private Step end(HistoricActivityInstance activity, HistoricTaskInstance task) {
        Date when = activity.getEndTime();
        boolean done = !activity.isCanceled();
        return new Step(when.toInstant(), done ? Kind.TASK_DONE : Kind.TASK_ENDED, activity.getActivityName(),
            done ? accounts.nameOf(activity.getAssignee()) : null,
            done && task != null ? accounts.nameOf(task.getOwner()) : null, null);
    }

    /** What the decision tables gave, by the activity that asked them. */
    private Map<String, String> outcomes(String instance) {
        return history.createHistoricDecisionInstanceQuery().processInstanceId(instance).rootDecisionInstancesOnly()
            .includeOutputs().list().stream()
            .filter(decision -> decision.getActivityInstanceId() != null)
            .collect(Collectors.toMap(HistoricDecisionInstance::getActivityInstanceId, decision ->
                decision.getOutputs().stream().map(output -> Objects.requireNonNullElse(output.getClauseName(),
                        output.getVariableName()) + ": " + output.getValue()).collect(Collectors.joining("\n")),
                (first, second) -> second));
    }
}
