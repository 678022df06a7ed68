package org.namad.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands at the door through which staff do their tasks, in Tasklist and over REST: a completion carries only what the
 * form asks for, and whoever comes second is told kindly. Calls in nobody's name, from Namad's own pages, pass.
 */
class StaffTaskGuard {

    private final ObjectProvider<StaffAccounts> accounts;
    private final ObjectProvider<Absences> absences;

    StaffTaskGuard(ObjectProvider<StaffAccounts> accounts, ObjectProvider<Absences> absences) {
        this.accounts = accounts;
        this.absences = absences;
    }

    /** Does the task's {@code work}, also where that is a colleague's whom the caller stands in for. */
    <T> T complete(CommandExecutor engine, String taskId, Supplier<T> work) {
        Optional<String> who = caller(engine);
        requireStaffTask(engine, taskId);
        return who.isEmpty() ? work.get() : kindly(engine, taskId, () -> isSubstitute(engine, taskId, who.get())
            ? unchecked(engine, context -> work.get()) : work.get());
    }

    /** Does {@code work}; a staff member who comes too late learns who was faster, and a refusal keeps its words. */
    <T> T kindly(CommandExecutor engine, String taskId, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (caller(engine).isEmpty()) {
                throw failure;
            }
            boolean lost = failure instanceof TaskAlreadyClaimedException || UserCommands.isCollision(failure);
            throw (lost ? unchecked(engine, context -> whyLost(context, taskId)) : refusal(failure)).orElse(failure);
        }
    }

    /** The refusal of a task listener, which the engine wraps into something that no officer understands. */
    private static Optional<RuntimeException> refusal(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
            .filter(cause -> cause instanceof AuthorizationException || cause instanceof BadUserRequestException)
            .map(RuntimeException.class::cast).findFirst();
    }

    /**
     * What of {@code sent} may enter the process: what the form asks for. Facts and unchanged variables, which form
     * viewers send back, are left out; anything else is refused, and so is what the form would not let through.
     */
    Map<String, Object> admitted(CommandExecutor engine, String taskId, Map<String, Object> sent) {
        if (caller(engine).isEmpty()) {
            return sent;
        }
        return unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || !isStaffTask(task)) {
                return sent;
            }
            FormFields form = FormFields.of(taskId);
            Map<String, Object> admitted = asked(task, form.names(), sent == null ? Map.of() : sent);
            Map<String, Object> entered = new HashMap<>(admitted);
            entered.replaceAll((name, value) -> raw(value));
            form.check(entered, task.getVariables());
            return admitted;
        });
    }

    private static Map<String, Object> asked(TaskEntity task, Set<String> names, Map<String, Object> sent) {
        Map<String, Object> asked = new HashMap<>();
        Set<String> refused = new TreeSet<>();
        sent.forEach((name, value) -> {
            if (names.contains(name)) {
                asked.put(name, value);
            } else if (!task.hasVariableLocal(name) && !Objects.equals(task.getVariable(name), raw(value))) {
                refused.add(name);
            }
        });
        if (!refused.isEmpty()) {
            throw StaffRefusals.notOffered(refused);
        }
        return asked;
    }

    /** Whether the caller may do more with tasks than staff do: administrators, and Namad itself. */
    boolean isTrusted(CommandExecutor engine) {
        return groups(engine).map(groups -> groups.contains(StaffRoles.ADMIN)).orElse(true);
    }

    /** Whether the caller assigns tasks to others: supervisors do, and those who are trusted. */
    boolean mayAssign(CommandExecutor engine) {
        return isTrusted(engine) || groups(engine).filter(groups -> groups.contains(StaffRoles.SUPERVISOR)).isPresent();
    }

    /** Whether {@code userId} does tasks: auditors and process owners get none, whoever assigns them. */
    boolean isWorker(CommandExecutor engine, String userId) {
        return unchecked(engine, context -> accounts.getObject().groupsOf(userId)).stream()
            .anyMatch(StaffRoles.WORKERS::contains);
    }

    /** Refuses what only a side of the case may do with its task; administrators, and Namad itself, may. */
    void requireStaffTask(CommandExecutor engine, String taskId) {
        if (!isTrusted(engine) && unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task != null && !isStaffTask(task);
        })) {
            throw StaffRefusals.onlySides();
        }
    }

    /** Whether the model names {@code userId}, by a group as a rule, for this task; true if it is no longer there. */
    boolean isCandidate(CommandExecutor engine, String taskId, String userId) {
        return unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            Set<String> groups = accounts.getObject().groupsOf(userId);
            return task == null || task.getCandidates().stream().anyMatch(candidate ->
                userId.equals(candidate.getUserId())
                    || candidate.getGroupId() != null && groups.contains(candidate.getGroupId()));
        });
    }

    /** The staff member in whose name the engine is called. */
    Optional<String> caller(CommandExecutor engine) {
        return engine.execute(context -> Optional.ofNullable(context.getAuthentication())
            .map(Authentication::getUserId));
    }

    /** What has been done, as far as the caller may read it. */
    HistoryService history(CommandExecutor engine) {
        return engine.execute(context -> context.getProcessEngineConfiguration().getHistoryService());
    }

    /** Who has claimed the task, and whom for where that is a substitute. */
    Claim claim(CommandExecutor engine, String taskId) {
        return unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return task == null ? new Claim(null, null) : new Claim(task.getAssignee(), task.getOwner());
        });
    }

    /**
     * Who holds a task.
     *
     * @param assignee who has claimed it; null if nobody has
     * @param owner    whom for; null unless the assignee is a substitute
     */
    record Claim(String assignee, String owner) {
    }

    /** Gives the task to {@code assignee}, who works for {@code owner} (null: for nobody else), and notes it in the log. */
    void hand(CommandExecutor engine, String taskId, String assignee, String owner) {
        kindly(engine, taskId, () -> unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            task.setOwner(owner);
            task.setAssignee(assignee);
            task.triggerUpdateEvent();
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
            return null;
        }));
    }

    private static Optional<List<String>> groups(CommandExecutor engine) {
        return engine.execute(context -> Optional.ofNullable(context.getAuthentication())
            .filter(authentication -> authentication.getUserId() != null)
            .map(authentication -> Objects.requireNonNullElse(authentication.getGroupIds(), List.of())));
    }

    /** A substitute does tasks, sees this one, by a group or as a supervisor, and works under the absent one's claim. */
    boolean isSubstitute(CommandExecutor engine, String taskId, String who) {
        String absent = claim(engine, taskId).assignee();
        return absent != null && !absent.equals(who) && absences.getObject().standsIn(absent, who)
            && isWorker(engine, who) && engine.execute(context -> context.getProcessEngineConfiguration().getTaskService().createTaskQuery()
                .taskId(taskId).count()) == 1;
    }

    /**
     * Whether the caller holds the task, or stands in for whoever does, and {@code changed} differs from it in nothing but
     * the day on which that person wants to look at it again.
     */
    boolean isPutOff(CommandExecutor engine, Task changed) {
        Optional<String> who = caller(engine);
        return who.isPresent() && unchecked(engine, context -> {
            TaskEntity task = context.getTaskManager().findTaskById(changed.getId());
            return task != null && isStaffTask(task) && rest(task).equals(rest(changed));
        }) && (who.get().equals(claim(engine, changed.getId()).assignee()) || isSubstitute(engine, changed.getId(), who.get()));
    }

    /** Everything about a task that can be changed at once, but for the day of its follow-up. */
    private static List<Object> rest(Task task) {
        return Arrays.asList(task.getName(), task.getDescription(), task.getPriority(), task.getAssignee(), task.getOwner(),
            task.getDelegationState(), task.getDueDate() == null ? null : task.getDueDate().getTime(),
            task.getParentTaskId(), task.getCaseInstanceId(), task.getTenantId());
    }

    /** Does {@code work} whatever the caller may do otherwise. */
    void letThrough(CommandExecutor engine, Runnable work) {
        unchecked(engine, context -> {
            work.run();
            return null;
        });
    }

    private Optional<RuntimeException> whyLost(CommandContext context, String taskId) {
        HistoricTaskInstance task = context.getProcessEngineConfiguration().getHistoryService()
            .createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Optional.empty();
        }
        String name = accounts.getObject().nameOf(task.getAssignee());
        if (task.getEndTime() == null) {
            return Optional.of(name == null ? StaffRefusals.atOnce() : StaffRefusals.claimedBy(name));
        }
        boolean done = "completed".equals(task.getDeleteReason()) && name != null;
        return Optional.of(done ? StaffRefusals.doneBy(name) : StaffRefusals.movedOn());
    }

    private static boolean isStaffTask(TaskEntity task) {
        return task.getTaskDefinition() != null && task.getTaskDefinition().getCamundaFormDefinitionKey() != null;
    }

    private static Object raw(Object value) {
        // What is not deserialized is no entry that a form makes; asked for its value it fails.
        return value instanceof TypedValue typed && !(value instanceof SerializableValue serialized
            && !serialized.isDeserialized()) ? typed.getValue() : value;
    }

    private static <T> T unchecked(CommandExecutor engine,
            Command<T> command) {
        return engine.execute(context -> context.runWithoutAuthorization(command));
    }
}
