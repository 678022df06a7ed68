package org.namad.rehearsal.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffAccounts;
import org.namad.rehearsal.Happening;
import org.namad.rehearsal.Story;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The staff: whoever of a task's candidates may do it does it a day after it was opened, with that person's rights and
 * guards. It knows no task by name, so that one which a draft adds is done, too.
 */
@Component
@Profile("rehearsal")
class StaffAtWork {

    private static final Duration WORKING_TIME = Duration.ofDays(1);
    private static final int PEOPLE_IN_A_GROUP = 4;
    private static final String PASSWORD = "Kafe-sahar-27";

    /** What staff choose; where a story or a form has nothing of the kind, its first choice. */
    private static final Map<String, String> CHOICES = Map.of("ruling", "upheld");
    private static final Map<Story, Map<String, String>> STORY_CHOICES = Map.of(
        Story.SUSPENDED_SEAL, Map.of("measure", "suspend"),
        Story.WARNED_HOLDER, Map.of("measure", "warn"));

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final StaffAccounts accounts;
    private final ObjectMapper json;
    private final NamadClock clock;
    /** When each open task is to be done. */
    private final Map<String, Instant> desk = new HashMap<>();
    private Set<String> given = Set.of();

    StaffAtWork(TaskService tasks, FormService forms, IdentityService identities, StaffAccounts accounts,
            ObjectMapper json, NamadClock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.identities = identities;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /** Employs some people in every group. */
    void employ(Set<String> groups) {
        for (String group : groups) {
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            for (int number = 1; number <= PEOPLE_IN_A_GROUP; number++) {
                accounts.open(group + "-" + number, group, "نفر " + number, PASSWORD, group);
            }
        }
        given = Set.copyOf(groups);
    }

    /** Takes note of the tasks that have been opened. */
    void look() {
        for (Task task : tasks.createTaskQuery().active().initializeFormKeys().list()) {
            if (task.getFormKey() == null || !task.getFormKey().startsWith("page:")) {
                desk.putIfAbsent(task.getId(), task.getCreateTime().toInstant().plus(WORKING_TIME));
            }
        }
    }

    /** When the next task is to be done. */
    Optional<Instant> next() {
        return desk.values().stream().filter(when -> when.isBefore(Instant.MAX)).min(Instant::compareTo);
    }

    /** Does the tasks whose time has come. */
    void work(Function<Task, Scene> scenes) {
        Instant now = clock.instant();
        List.copyOf(desk.keySet()).stream().filter(id -> !desk.get(id).isAfter(now)).sorted().forEach(id -> {
            Task task = tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
            if (task == null) {
                desk.remove(id);
            } else {
                work(task, scenes.apply(task));
            }
        });
    }

    private void work(Task task, Scene scene) {
        String refusal = null;
        for (String person : candidates(task)) {
            try {
                complete(task, person, scene);
                desk.remove(task.getId());
                return;
            } catch (AuthorizationException | BadUserRequestException refused) {
                refusal = refused.getMessage();
            } catch (RuntimeException failed) {
                scene.saw(clock.instant(), Happening.Kind.INCIDENT, task.getTaskDefinitionKey(), failed.getMessage(),
                    person);
                desk.put(task.getId(), Instant.MAX);
                return;
            }
        }
        scene.saw(clock.instant(), Happening.Kind.NOBODY, task.getTaskDefinitionKey(),
            refusal == null ? task.getName() : task.getName() + ": " + refusal, null);
        desk.put(task.getId(), Instant.MAX);
    }

    private List<String> candidates(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        List<String> candidates = new ArrayList<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getUserId() != null) {
                candidates.add(link.getUserId());
            } else if (given.contains(link.getGroupId())) {
                for (int number = 1; number <= PEOPLE_IN_A_GROUP; number++) {
                    candidates.add(link.getGroupId() + "-" + number);
                }
            }
        }
        return candidates.stream().filter(Objects::nonNull).sorted().distinct().toList();
    }

    private void complete(Task task, String person, Scene scene) {
        Map<String, Object> form = form(task, scene.story());
        List<String> groups = new ArrayList<>();
        identities.createGroupQuery().groupMember(person).list().forEach(group -> groups.add(group.getId()));
        identities.setAuthentication(person, groups);
        try {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            tasks.complete(task.getId(), form);
        } catch (RuntimeException refused) {
            identities.clearAuthentication();
            if (task.getAssignee() == null) {
                tasks.setAssignee(task.getId(), null);
            }
            throw refused;
        } finally {
            identities.clearAuthentication();
        }
    }

    private Map<String, Object> form(Task task, Story story) {
        if (task.getCamundaFormRef() == null) {
            return Map.of();
        }
        Map<String, String> choices = new HashMap<>(CHOICES);
        choices.putAll(STORY_CHOICES.getOrDefault(story, Map.of()));
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            return FormFilling.of(json.readTree(form), variable -> offered(task, variable), choices, clock.today());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode offered(Task task, String variable) {
        try {
            return json.readTree(String.valueOf(tasks.getVariable(task.getId(), variable)));
        } catch (IOException none) {
            return json.createArrayNode();
        }
    }
}
