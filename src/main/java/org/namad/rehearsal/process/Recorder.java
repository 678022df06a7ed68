package org.namad.rehearsal.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.namad.casefile.CaseFiles;
import org.namad.casefile.CaseKey;
import org.namad.conduct.Ledger;
import org.namad.conduct.PointEntry;
import org.namad.notification.Mails;
import org.namad.rehearsal.Happening;
import org.namad.rehearsal.Happening.Kind;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what happened in each scene: from the engine's history, the mails and the ledger. */
@Component
@Profile("rehearsal")
class Recorder {

    private static final Map<String, Kind> KINDS = Map.of(
        "userTask", Kind.TASK_OPENED,
        "serviceTask", Kind.STEP,
        "businessRuleTask", Kind.DECISION,
        "boundaryTimer", Kind.TIMER,
        "intermediateTimer", Kind.TIMER);

    private final HistoryService history;
    private final RepositoryService repository;
    private final CaseFiles cases;
    private final Mails mails;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    Recorder(HistoryService history, RepositoryService repository, CaseFiles cases, Mails mails, Ledger ledger,
            TransactionTemplate transaction) {
        this.history = history;
        this.repository = repository;
        this.cases = cases;
        this.mails = mails;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** The scene that the case with this business key belongs to; null for none. */
    Scene sceneOf(String businessKey, List<Scene> scenes) {
        if (businessKey == null || !businessKey.matches("[a-z-]+-\\d+")) {
            return null;
        }
        String site = transaction.execute(status -> cases.facts(CaseKey.of(businessKey), Locale.ENGLISH).get("site"));
        return site == null ? null : scenes.stream().filter(scene -> scene.isAt(site)).findFirst().orElse(null);
    }

    /** What happened in each scene until {@code end}, the earliest first, the same of the same minute once. */
    Map<Scene, List<Happening>> record(List<Scene> scenes, Instant end) {
        Map<Scene, List<Happening>> recorded = new LinkedHashMap<>();
        scenes.forEach(scene -> recorded.put(scene, new ArrayList<>(scene.seen())));
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
            .orderByProcessInstanceStartTime().asc().list();
        Map<String, Scene> byRoot = new HashMap<>();
        instances.stream().filter(instance -> instance.getId().equals(instance.getRootProcessInstanceId()))
            .forEach(root -> byRoot.put(root.getId(), sceneOf(root.getBusinessKey(), scenes)));
        for (HistoricProcessInstance instance : instances) {
            Scene scene = byRoot.get(instance.getRootProcessInstanceId());
            if (scene != null) {
                recorded.get(scene).addAll(steps(scene, instance, end));
            }
        }
        scenes.forEach(scene -> {
            recorded.get(scene).addAll(mails(scene, end));
            recorded.get(scene).addAll(points(scene));
        });
        recorded.replaceAll((scene, happenings) -> merged(happenings));
        return recorded;
    }

    private List<Happening> steps(Scene scene, HistoricProcessInstance instance, Instant end) {
        Map<String, String> outcomes = outcomes(instance.getId());
        List<Happening> steps = new ArrayList<>();
        HistoricActivityInstance last = null;
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId()).orderPartiallyByOccurrence().asc().list()) {
            Kind kind = KINDS.get(activity.getActivityType());
            String id = activity.getActivityId();
            if (kind == Kind.TASK_OPENED) {
                steps.addAll(task(scene, activity, end));
            } else if (kind != null && activity.getActivityName() != null) {
                String outcome = outcomes.get(activity.getId());
                // Another outcome is another thing that happens.
                steps.add(at(scene, activity.getStartTime().toInstant(), kind, outcome == null ? id : id + "=" + outcome,
                    outcome == null ? activity.getActivityName() : activity.getActivityName() + ": " + outcome, null));
            }
            if (activity.getEndTime() == null && kind != Kind.TASK_OPENED && !isFrame(activity)) {
                steps.add(at(scene, end, Kind.WAITING, id, name(activity), null));
            }
            if (activity.getActivityType().endsWith("EndEvent")) {
                last = activity;
            }
        }
        if (last != null && instance.getEndTime() != null && instance.getSuperProcessInstanceId() == null) {
            steps.add(at(scene, instance.getEndTime().toInstant(), Kind.ENDED, last.getActivityId(), name(last), null));
        }
        history.createHistoricIncidentQuery().processInstanceId(instance.getId()).list().stream()
            .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
            .forEach(incident -> steps.add(at(scene, incident.getCreateTime().toInstant(), Kind.INCIDENT,
                incident.getActivityId(), Objects.requireNonNullElse(incident.getIncidentMessage(),
                    incident.getIncidentType()), null)));
        return steps;
    }

    private List<Happening> task(Scene scene, HistoricActivityInstance task, Instant end) {
        String id = task.getActivityId();
        String whose = whose(task);
        List<Happening> steps = new ArrayList<>();
        steps.add(at(scene, task.getStartTime().toInstant(), Kind.TASK_OPENED, id, name(task), whose));
        if (task.getEndTime() == null) {
            steps.add(at(scene, end, Kind.WAITING, id, name(task), whose));
        } else if (task.isCanceled()) {
            steps.add(at(scene, task.getEndTime().toInstant(), Kind.TASK_ENDED, id, name(task), whose));
        } else {
            steps.add(at(scene, task.getEndTime().toInstant(), Kind.TASK_DONE, id, name(task),
                task.getAssignee() == null ? whose : task.getAssignee()));
        }
        return steps;
    }

    /** The side or the staff groups whose task it is. */
    private String whose(HistoricActivityInstance task) {
        FlowElement element = repository.getBpmnModelInstance(task.getProcessDefinitionId())
            .getModelElementById(task.getActivityId());
        if (!(element instanceof UserTask model)) {
            return null;
        }
        String page = Objects.requireNonNullElse(model.getCamundaFormKey(), "");
        if (page.startsWith("page:")) {
            return page.startsWith("page:/complaints") ? "consumer" : "business";
        }
        return Optional.ofNullable(model.getCamundaCandidateGroups()).map(groups -> groups.replace(" ", ""))
            .orElse(model.getCamundaAssignee());
    }

    /** Sub-processes and calls are open as long as what is in them. */
    private static boolean isFrame(HistoricActivityInstance activity) {
        return activity.getActivityType().matches(".*[sS]ubProcess|callActivity|multiInstanceBody");
    }

    private static String name(HistoricActivityInstance activity) {
        return Objects.requireNonNullElse(activity.getActivityName(), activity.getActivityId());
    }

    /** What the decision tables gave, by the activity that asked them. */
    private Map<String, String> outcomes(String instance) {
        return history.createHistoricDecisionInstanceQuery().processInstanceId(instance).rootDecisionInstancesOnly()
            .includeOutputs().list().stream().filter(decision -> decision.getActivityInstanceId() != null)
            .collect(Collectors.toMap(HistoricDecisionInstance::getActivityInstanceId, decision ->
                decision.getOutputs().stream().map(output -> Objects.toString(output.getValue()))
                    .collect(Collectors.joining(", ")), (first, second) -> second));
    }

    private List<Happening> mails(Scene scene, Instant end) {
        return transaction.execute(status -> mails.between(scene.start(), end.plusSeconds(1)).stream()
            .filter(mail -> scene.side(mail.address()) != null)
            .map(mail -> at(scene, mail.postedAt(), Kind.MAIL, mail.template(), scene.plain(mail.subject()),
                scene.side(mail.address())))
            .toList());
    }

    private List<Happening> points(Scene scene) {
        return scene.sealId() == null ? List.of() : ledger.entriesOf(scene.sealId()).stream()
            .map(line -> at(scene, line.enteredAt(), line.kind() == PointEntry.Kind.POINT ? Kind.POINT
                : Kind.POINT_REVERSED, line.ground().name(), null, null))
            .toList();
    }

    private static Happening at(Scene scene, Instant when, Kind kind, String id, String what, String who) {
        return new Happening(scene.minute(when), kind, id, what, who, 1);
    }

    private static List<Happening> merged(List<Happening> happenings) {
        Map<String, List<Happening>> same = happenings.stream().collect(Collectors.groupingBy(happening ->
            happening.minute() + "|" + happening.sameness(), LinkedHashMap::new, Collectors.toList()));
        return same.values().stream().map(all -> {
            Happening first = all.get(0);
            return new Happening(first.minute(), first.kind(), first.id(), first.what(), first.who(), all.size());
        }).sorted(Comparator.comparingLong(Happening::minute)).toList();
    }
}
