package org.namad.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.namad.casefile.CaseKey;
import org.springframework.stereotype.Component;

/** What is open in a case now: its tasks, of staff and of the sides, and the timers that run. */
@Component
public class CaseTasks {

    /** The variable of a task that was escalated since it is overdue; its value is the group that was told. */
    public static final String ESCALATED = "escalated";

    /**
     * An open task.
     *
     * @param id       names it in the engine
     * @param name     its name in the model
     * @param staff    whether it is the staff's; otherwise one of the sides does it
     * @param groups   the staff groups that may do it, see {@link StaffRoles}
     * @param assignee the name of whoever has claimed it; null if nobody has
     * @param since    when it was opened
     * @param due      by when it is to be done; null for no such date
     * @param followUp when whoever claimed it wants to look again; null for no such date
     * @param escalated which group was told that it is overdue; null if none was
     */
    public record OpenTask(String id, String name, boolean staff, List<String> groups, String assignee, Instant since,
            Instant due, Instant followUp, String escalated) {
    }

    /**
     * A timer that runs.
     *
     * @param name what happens then, in the words of the model
     * @param when at what time
     */
    public record Deadline(String name, Instant when) {
    }

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final StaffAccounts accounts;

    CaseTasks(TaskService tasks, RuntimeService runtime, ManagementService management, RepositoryService repository,
            StaffAccounts accounts) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.accounts = accounts;
    }

    /** The open tasks of the case, the oldest first. */
    public List<OpenTask> of(CaseKey key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key.toString()).initializeFormKeys()
            .orderByTaskCreateTime().asc().list().stream().map(this::open).toList();
    }

    private OpenTask open(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
            .filter(Objects::nonNull).sorted().toList();
        return new OpenTask(task.getId(), task.getName(), task.getCamundaFormRef() != null, groups,
            accounts.nameOf(task.getAssignee()), task.getCreateTime().toInstant(), instant(task.getDueDate()),
            instant(task.getFollowUpDate()), (String) tasks.getVariableLocal(task.getId(), ESCALATED));
    }

    /**
     * The open task of the case with this form, or on this page ({@code page:/…}), whatever its id and in whatever flow:
     * process owners drag it where they want. The oldest if there are several.
     */
    public Optional<Task> with(CaseKey key, String form) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key.toString()).initializeFormKeys()
            .orderByTaskCreateTime().asc().list().stream()
            .filter(task -> form.equals(task.getCamundaFormRef() == null ? task.getFormKey()
                : task.getCamundaFormRef().getKey())).findFirst();
    }

    /** The timers of the case, the next one first. */
    public List<Deadline> deadlines(CaseKey key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.toString()).list().stream()
            .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers().list()
                .stream().flatMap(timer -> name(instance, timer).map(name ->
                    new Deadline(name, timer.getDuedate().toInstant())).stream()))
            .sorted(Comparator.comparing(Deadline::when)).toList();
    }

    private Optional<String> name(ProcessInstance instance, Job timer) {
        JobDefinition definition = timer.getJobDefinitionId() == null ? null
            : management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult();
        return definition == null ? Optional.empty() : Optional.ofNullable(
            repository.getBpmnModelInstance(instance.getProcessDefinitionId())
                .<FlowElement>getModelElementById(definition.getActivityId())).map(FlowElement::getName);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
