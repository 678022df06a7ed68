package org.namad.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.namad.calendar.WorkingDays;
import org.namad.casefile.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The tasks that a staff member sees, and work on many of them at once. Everything is done with that person's rights
 * and guarded as in Tasklist, each task in a transaction of its own: one that fails does not keep the others back.
 */
@Component
public class StaffDesk {

    /**
     * A task as the list shows it.
     *
     * @param id         names it in the engine
     * @param name       its name in the model
     * @param definition names its sort: process and task in the model, as {@code complaint/Task_RuleOnComplaint}
     * @param caseKey    the case it is about
     * @param site       the shop's website
     * @param business   the shop
     * @param seal       the number of its seal; null while it has none
     * @param matter     what it is about
     * @param assigneeId who has claimed it; null if nobody has
     * @param assignee   that person's name
     * @param due        by when it is to be done; null for no such date
     * @param followUp   when whoever claimed it wants to look again; null for no such date
     * @param escalated  which group was told that it is overdue; null if none was
     */
    public record Work(String id, String name, String definition, String caseKey, String site, String business,
            String seal, String matter, String assigneeId, String assignee, Instant due, Instant followUp, String escalated) {
    }

    /**
     * What became of one task.
     *
     * @param name    the task's name; its number where it is no longer there
     * @param caseKey its case; null where the task is no longer there
     * @param refused why nothing was done; null if it was
     */
    public record Result(String name, String caseKey, String refused) {

        /** Whether it was done. */
        public boolean isDone() {
            return refused == null;
        }
    }

    /**
     * One page of the tasks.
     *
     * @param work the tasks, the most urgent first
     * @param more whether others follow
     */
    public record Page(List<Work> work, boolean more) {
    }

    /** The most tasks that are listed on a page, and done at once. */
    public static final int MOST = 100;
    /** The farthest follow-up, in working days. */
    public static final int FARTHEST = 30;

    private static final Logger LOG = LoggerFactory.getLogger(StaffDesk.class);
    private static final String[] FACTS = {"site", "businessName", StaffTasks.SEAL, "matter", CaseTasks.ESCALATED};
    /** A refusal in both languages, see {@link StaffRefusals}. */
    private static final Pattern BOTH = Pattern.compile("\u2067(.*?)\u2069 / \u2066(.*?)\u2069", Pattern.DOTALL);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final FormService forms;
    private final IdentityService identities;
    private final StaffAccounts accounts;
    private final Absences absences;
    private final UserCommands commands;
    private final WorkingDays workingDays;
    private final MessageSource messages;

    StaffDesk(TaskService tasks, RuntimeService runtime, RepositoryService repository, FormService forms,
            IdentityService identities, StaffAccounts accounts, Absences absences, UserCommands commands, WorkingDays workingDays,
            MessageSource messages) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.forms = forms;
        this.identities = identities;
        this.accounts = accounts;
        this.absences = absences;
        this.commands = commands;
        this.workingDays = workingDays;
        this.messages = messages;
    }

    /** The staff tasks that {@code member} sees and {@code choice} wants. */
    public Page of(StaffMember member, TaskChoice choice) {
        List<Task> found = as(member, () -> choice.narrow(tasks.createTaskQuery().withCandidateGroups()
            .includeAssignedTasks().active(), member, workingDays).orderByDueDate().asc().orderByTaskCreateTime().asc()
            .orderByTaskId().asc().listPage(choice.number() * MOST, MOST + 1));
        List<Task> seen = found.subList(0, Math.min(MOST, found.size()));
        Map<String, Map<String, String>> facts = facts(seen);
        Map<String, String> keys = caseKeys(seen);
        Map<String, String> names = new HashMap<>();
        return new Page(seen.stream().map(task -> {
            Map<String, String> told = facts.getOrDefault(task.getId(), Map.of());
            return new Work(task.getId(), task.getName(), definition(task), keys.get(task.getProcessInstanceId()),
                told.get("site"), told.get("businessName"), told.get(StaffTasks.SEAL), told.get("matter"),
                task.getAssignee(),
                task.getAssignee() == null ? null : names.computeIfAbsent(task.getAssignee(), accounts::nameOf),
                instant(task.getDueDate()), instant(task.getFollowUpDate()), told.get(CaseTasks.ESCALATED));
        }).toList(), found.size() > MOST);
    }

    /**
     * The sorts of task that the groups of {@code member} do by the models in force, all of them for those who assign
     * tasks; by {@link Work#definition()}, with their names.
     */
    public Map<String, String> sorts(StaffMember member) {
        boolean all = member.groups().contains(StaffRoles.SUPERVISOR) || member.groups().contains(StaffRoles.ADMIN);
        Map<String, String> sorts = new TreeMap<>();
        for (ProcessDefinition definition : repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaCandidateGroupsList().stream().map(String::strip)
                    .anyMatch(group -> all || member.groups().contains(group)))
                .forEach(task -> sorts.put(definition.getKey() + "/" + task.getId(), task.getName()));
        }
        return sorts;
    }

    /** The one decision that the form of the task takes; empty if it asks for more, or the task is no longer there. */
    public Optional<OneDecision> decision(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).count() == 0 ? Optional.empty()
            : OneDecision.of(forms.getDeployedTaskForm(taskId));
    }

    /** Claims the tasks for {@code member}, as a substitute where that is so. */
    public List<Result> claim(StaffMember member, List<String> ids, Locale language) {
        return each(member, ids, language, task -> tasks.claim(task.getId(), member.id()));
    }

    /** Gives the tasks to {@code to}, who must be in a group that may do them. */
    public List<Result> assign(StaffMember member, List<String> ids, String to, Locale language) {
        Set<String> groups = accounts.find(to).map(StaffMember::groups).orElse(Set.of());
        return each(member, ids, language, task -> {
            if (groupsOf(task).noneMatch(groups::contains)) {
                throw new Refusal("engine.desk.otherGroup");
            }
            tasks.setAssignee(task.getId(), to);
        });
    }

    /** Completes the tasks with one decision and reason, as their forms would; {@code reason} may be empty. */
    public List<Result> complete(StaffMember member, List<String> ids, OneDecision form, String decision, String reason,
            Locale language) {
        return each(member, ids, language, task -> {
            OneDecision own = OneDecision.of(forms.getDeployedTaskForm(task.getId())).orElse(null);
            if (own == null || !own.key().equals(form.key()) || !own.takes(decision, reason)) {
                throw new Refusal("engine.desk.otherForm");
            }
            Map<String, Object> outcome = new HashMap<>(Map.of(own.key(), decision));
            if (own.reason() != null) {
                outcome.put(own.reason(), reason.isEmpty() ? null : reason);
            }
            tasks.complete(task.getId(), outcome);
        });
    }

    /**
     * Notes when {@code member} wants to look at tasks of theirs again.
     *
     * @param days how many working days from today, {@link #FARTHEST} at most; 0 takes the date away
     */
    public List<Result> followUp(StaffMember member, List<String> ids, int days, Locale language) {
        if (days < 0 || days > FARTHEST) {
            throw new IllegalArgumentException("a follow-up is at most " + FARTHEST + " working days ahead: " + days);
        }
        return each(member, ids, language, task -> {
            if (!holds(member, task)) {
                throw new Refusal("engine.desk.notYours");
            }
            task.setFollowUpDate(days == 0 ? null : workingDays.after(days));
            tasks.saveTask(task);
        });
    }

    /** Whether {@code member} has claimed the task, or stands in for whoever has: nobody else fills in its form. */
    boolean holds(StaffMember member, String taskId) {
        Task task = as(member, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        return task != null && holds(member, task);
    }

    private boolean holds(StaffMember member, Task task) {
        String claimed = task.getAssignee();
        return claimed != null && (claimed.equals(member.id()) || absences.standsIn(claimed, member.id()));
    }

    private List<Result> each(StaffMember member, List<String> ids, Locale language, Consumer<Task> work) {
        return ids.stream().distinct().limit(MOST).map(id -> one(member, id, language, work)).toList();
    }

    private Result one(StaffMember member, String id, Locale language, Consumer<Task> work) {
        Task before = as(member, () -> tasks.createTaskQuery().taskId(id).singleResult());
        if (before == null) {
            return new Result(id, null, text("engine.desk.gone", language));
        }
        String caseKey = caseKeys(List.of(before)).get(before.getProcessInstanceId());
        try {
            commands.run(() -> as(member, () -> {
                Task task = tasks.createTaskQuery().taskId(id).singleResult();
                if (task == null) {
                    throw new Refusal("engine.desk.gone");
                }
                work.accept(task);
                return null;
            }));
            return new Result(before.getName(), caseKey, null);
        } catch (RuntimeException failure) {
            return new Result(before.getName(), caseKey, why(failure, before, language));
        }
    }

    private String why(RuntimeException failure, Task task, Locale language) {
        if (failure instanceof Refusal refusal) {
            return text(refusal.getMessage(), language);
        }
        Matcher both = BOTH.matcher(Objects.requireNonNullElse(failure.getMessage(), ""));
        if (both.find()) {
            return both.group("fa".equals(language.getLanguage()) ? 1 : 2);
        }
        if (failure instanceof AuthorizationException) {
            return text("engine.desk.notAllowed", language);
        }
        LOG.warn("Task {} ({}) could not be done together with others", task.getId(), task.getName(), failure);
        return text("engine.desk.failed", language);
    }

    private Map<String, Map<String, String>> facts(List<Task> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return runtime.createVariableInstanceQuery().taskIdIn(of.stream().map(Task::getId).toArray(String[]::new))
            .variableNameIn(FACTS).list().stream().filter(fact -> fact.getValue() != null)
            .collect(Collectors.groupingBy(VariableInstance::getTaskId,
                Collectors.toMap(VariableInstance::getName, fact -> fact.getValue().toString())));
    }

    private Map<String, String> caseKeys(List<Task> of) {
        Set<String> instances = of.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return instances.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(instances).list()
            .stream().filter(instance -> CaseKey.isOne(instance.getBusinessKey()))
            .collect(Collectors.toMap(instance -> instance.getId(), instance -> instance.getBusinessKey()));
    }

    private Stream<String> groupsOf(Task task) {
        return unguarded(() -> tasks.getIdentityLinksForTask(task.getId())).stream().map(IdentityLink::getGroupId)
            .filter(Objects::nonNull);
    }

    private static String definition(Task task) {
        return task.getProcessDefinitionId().split(":", 2)[0] + "/" + task.getTaskDefinitionKey();
    }

    private <T> T as(StaffMember member, Supplier<T> work) {
        identities.setAuthentication(member.id(), List.copyOf(accounts.groupsOf(member.id())));
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Does {@code work} outside of anybody's rights, and goes on in the name of whoever was at work. */
    private <T> T unguarded(Supplier<T> work) {
        var member = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            identities.setAuthentication(member);
        }
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Why one task was left as it is, by the key of the sentence. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refusal(String key) {
            super(key);
        }
    }
}
