package org.namad.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.namad.casefile.StaffCases;
import org.namad.casefile.TaskFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The filters of Tasklist, in the language of {@code namad.language}, each seen by the groups that it is for. Every
 * filter is made once in the life of a database: one that an administrator has changed or deleted stays so.
 */
@Component
@Order(1)
class StaffFilters implements ApplicationRunner {

    /** Under this name and the filter's own the engine's properties keep the filter that was made. */
    private static final String MADE = "namad.filter.";
    /** The facts that a task shows in the list, see {@link StaffTasks}. */
    private static final List<String> COLUMNS = List.of("site", StaffTasks.SEAL, "businessName", "matter",
        StaffTasks.DEADLINE);
    private static final String VARIABLES = "variables";
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("fa"), Locale.ENGLISH);

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ManagementService management;
    private final List<StaffCases> cases;
    private final MessageSource messages;
    private final Locale language;

    StaffFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations,
            ManagementService management, List<StaffCases> cases, MessageSource messages,
            @Value("${namad.language}") Locale language) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.management = management;
        this.cases = cases;
        this.messages = messages;
        this.language = language;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Tasklist opens with the filter that stands first.
        offer("group", 1, query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
            .includeAssignedTasks());
        offer("mine", 2, query -> query.taskAssigneeExpression("${currentUser()}"));
        offer("overdue", 3, query -> ofGroup(query).dueBeforeExpression("${now()}"));
        offer("today", 4, query -> ofGroup(query).dueAfterExpression("${workingDays.startOfToday()}")
            .dueBeforeExpression("${workingDays.startOfTomorrow()}"));
        offer("followUp", 5, query -> query.taskAssigneeExpression("${currentUser()}")
            .followUpBeforeExpression("${workingDays.startOfTomorrow()}"));
        offer("allOverdue", "engine.filter.allOverdue", 6, Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN), query ->
            query.withCandidateGroups().includeAssignedTasks().dueBeforeExpression("${now()}"));
        offer("escalated", "engine.filter.escalated", 7, Set.of(StaffRoles.SUPERVISOR, StaffRoles.ADMIN), query ->
            query.withCandidateGroups().includeAssignedTasks().taskVariableValueLike(CaseTasks.ESCALATED, "%"));
        cases.forEach(kind -> kind.filters().forEach(this::offer));
    }

    private void offer(String id, int position, UnaryOperator<TaskQuery> query) {
        offer(id, "engine.filter." + id, position, StaffRoles.WORKERS, query);
    }

    private void offer(TaskFilter filter) {
        offer(filter.id(), filter.label(), filter.position(), filter.groups(), query -> {
            TaskQuery narrowed = filter.processes().isEmpty() ? ofGroup(query)
                : ofGroup(query).processDefinitionKeyIn(filter.processes().toArray(String[]::new));
            return filter.fact() == null ? narrowed : narrowed.taskVariableValueEquals(filter.fact(), filter.value());
        });
    }

    private static TaskQuery ofGroup(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    private void offer(String id, String label, int position, Set<String> groups, UnaryOperator<TaskQuery> query) {
        String name = messages.getMessage(label, null, language);
        String made = management.getProperties().get(MADE + id);
        if (made != null) {
            rename(made, label, name);
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.apply(tasks.createTaskQuery()));
        filter.setProperties(properties(position, messages, language));
        String filterId = filters.saveFilter(filter).getId();
        groups.forEach(group -> letRead(group, filterId));
        management.setProperty(MADE + id, filterId);
    }

    /** Where a filter stands, that it counts its tasks, and which facts it shows; Tasklist lets search by these too. */
    static Map<String, Object> properties(int position, MessageSource messages, Locale language) {
        return Map.of("priority", position, "refresh", true, VARIABLES, COLUMNS.stream().map(fact ->
            Map.of("name", fact, "label", messages.getMessage("engine.column." + fact, null, language))).toList());
    }

    /** Follows a changed {@code namad.language}, except in what somebody has given other words. */
    private void rename(String filterId, String label, String name) {
        Filter filter = filters.createTaskFilterQuery().filterId(filterId).singleResult();
        if (filter == null) {
            return;
        }
        Map<String, Object> properties = new HashMap<>(Objects.requireNonNullElse(filter.getProperties(), Map.of()));
        if (properties.get(VARIABLES) instanceof List<?> columns) {
            properties.put(VARIABLES, columns.stream().map(this::renamed).toList());
        }
        boolean ours = isOurs(label, filter.getName());
        if (ours && !filter.getName().equals(name) || !properties.equals(filter.getProperties())) {
            filters.saveFilter(filter.setName(ours ? name : filter.getName()).setProperties(properties));
        }
    }

    private Object renamed(Object column) {
        if (column instanceof Map<?, ?> shown && COLUMNS.contains(shown.get("name"))
                && isOurs("engine.column." + shown.get("name"), shown.get("label"))) {
            Map<Object, Object> renamed = new HashMap<>(shown);
            renamed.put("label", messages.getMessage("engine.column." + shown.get("name"), null, language));
            return renamed;
        }
        return column;
    }

    /** Whether these are our own words for it, in whatever language. */
    private boolean isOurs(String key, Object words) {
        return LANGUAGES.stream().map(each -> messages.getMessage(key, null, each)).anyMatch(words::equals);
    }

    private void letRead(String group, String filterId) {
        Authorization mayRead = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        mayRead.setGroupId(group);
        mayRead.setResource(Resources.FILTER);
        mayRead.setResourceId(filterId);
        mayRead.addPermission(Permissions.READ);
        authorizations.saveAuthorization(mayRead);
    }
}
