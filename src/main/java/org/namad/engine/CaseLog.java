package org.namad.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** What the processes did, in the words of their models, read from the engine's history. */
@Component
public class CaseLog {

    /** What happened to a case. */
    public enum Kind { STARTED, TASK_OPENED, TASK_DONE, TIMER_FIRED, ENDED }

    /**
     * One thing that happened.
     *
     * @param when    at what time
     * @param kind    what sort of thing
     * @param caseKey the business key of the case
     * @param name    the name of the task or event in the model
     */
    public record Entry(Instant when, Kind kind, String caseKey, String name) {
    }

    private static final Map<String, Kind> KINDS = Map.of(
        "startEvent", Kind.STARTED,
        "startTimerEvent", Kind.STARTED,
        "userTask", Kind.TASK_OPENED,
        "boundaryTimer", Kind.TIMER_FIRED,
        "intermediateTimer", Kind.TIMER_FIRED,
        "noneEndEvent", Kind.ENDED);

    private final HistoryService history;

    CaseLog(HistoryService history) {
        this.history = history;
    }

    /** Everything that happened to cases (sweeps are none) from {@code from} on, up to {@code until}, the earliest first; at most 1,000 entries. */
    public List<Entry> between(Instant from, Instant until) {
        List<HistoricActivityInstance> begun = history.createHistoricActivityInstanceQuery()
            .startedAfter(Date.from(from)).startedBefore(Date.from(until))
            .orderByHistoricActivityInstanceStartTime().asc().listPage(0, 1000);
        List<HistoricActivityInstance> done = history.createHistoricActivityInstanceQuery().activityType("userTask")
            .finishedAfter(Date.from(from)).finishedBefore(Date.from(until)).listPage(0, 1000).stream()
            .filter(task -> !task.isCanceled()).toList();
        Map<String, HistoricProcessInstance> instances = instances(begun, done);
        return Stream.concat(
                begun.stream().map(activity -> entry(activity, KINDS.get(activity.getActivityType()),
                    activity.getStartTime(), instances)),
                done.stream().map(task -> entry(task, Kind.TASK_DONE, task.getEndTime(), instances)))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(Entry::when))
            .limit(1000)
            .toList();
    }

    private Map<String, HistoricProcessInstance> instances(List<HistoricActivityInstance> begun,
            List<HistoricActivityInstance> done) {
        Set<String> ids = new HashSet<>();
        Stream.concat(begun.stream(), done.stream()).map(HistoricActivityInstance::getProcessInstanceId).forEach(ids::add);
        return ids.isEmpty() ? Map.of() : history.createHistoricProcessInstanceQuery().processInstanceIds(ids).list()
            .stream().collect(Collectors.toMap(HistoricProcessInstance::getId, instance -> instance));
    }

    private static Entry entry(HistoricActivityInstance activity, Kind kind, Date when,
            Map<String, HistoricProcessInstance> instances) {
        HistoricProcessInstance instance = instances.get(activity.getProcessInstanceId());
        if (kind == null || instance == null || instance.getBusinessKey() == null
                || activity.getActivityName() == null) {
            return null;
        }
        return new Entry(when.toInstant(), kind, instance.getBusinessKey(), activity.getActivityName());
    }
}
