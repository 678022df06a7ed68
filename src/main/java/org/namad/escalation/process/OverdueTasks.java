package org.namad.escalation.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.namad.casefile.CaseKey;
import org.springframework.stereotype.Component;

/** The staff's tasks that are overdue, and the mark that one was escalated. */
@Component
class OverdueTasks {

    /** Overdue tasks with candidates (tasks of businesses and consumers have none) of which an audience knows nothing. */
    private static final String UNTOLD = """
        select T.* from ACT_RU_TASK T
        where T.DUE_DATE_ < #{before} and T.SUSPENSION_STATE_ = 1
          and exists (select 1 from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate')
          and not exists (select 1 from task_escalation E where E.task_id = T.ID_ and E.audience = #{audience})
        order by T.DUE_DATE_, T.ID_""";

    private final TaskService tasks;
    private final RuntimeService runtime;

    OverdueTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** The tasks due before {@code before} of which {@code audience} was not told, the oldest first. */
    List<Task> untold(String audience, Date before, int most) {
        return tasks.createNativeTaskQuery().sql(UNTOLD).parameter("before", before).parameter("audience", audience)
            .listPage(0, most);
    }

    /** The candidates of the task: user ids of {@code users}, group ids of {@code groups}. */
    record Candidates(List<String> users, List<String> groups) {
    }

    Candidates candidates(Task task) {
        Set<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId()).stream()
            .filter(link -> "candidate".equals(link.getType())).collect(Collectors.toSet());
        return new Candidates(links.stream().map(IdentityLink::getUserId).filter(Objects::nonNull).sorted().toList(),
            links.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().toList());
    }

    /** The case of the task; null if it is about none. */
    CaseKey caseOf(Task task) {
        String key = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult()
            .getBusinessKey();
        return CaseKey.isOne(key) ? CaseKey.of(key) : null;
    }

    /** Marks the task, as long as it lasts, for filters and lists. */
    void mark(Task task, String name, String value) {
        tasks.setVariableLocal(task.getId(), name, value);
    }
}
