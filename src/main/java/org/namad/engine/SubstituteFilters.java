package org.namad.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The filters in Tasklist that show substitutes what an absent colleague has claimed: one for each absent person, seen
 * by the substitutes alone, and empty outside the period.
 */
@Component
class SubstituteFilters {

    private static final int LAST = 90;

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSource messages;
    private final Locale language;

    SubstituteFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations,
            MessageSource messages, @Value("${namad.language}") Locale language) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.messages = messages;
        this.language = language;
    }

    /** Offers the filter of {@code away} anew if it is not called as in the language of {@code namad.language}. */
    void rename(StaffMember away, List<Absence> absences) {
        if (filters.createTaskFilterQuery().filterName(name(away)).count() == 0) {
            offer(away, absences);
        }
    }

    /** Offers the filter of {@code away} to those who stand in for that person now or later; to nobody else. */
    void offer(StaffMember away, List<Absence> absences) {
        String end = "(" + away.id() + ")";
        filters.createTaskFilterQuery().filterNameLike("%" + end).list().stream()
            .filter(old -> old.getName().endsWith(end)).forEach(old -> filters.deleteFilter(old.getId()));
        Set<String> substitutes = new TreeSet<>();
        absences.stream().filter(absence -> absence.absentId().equals(away.id()))
            .forEach(absence -> substitutes.add(absence.substituteId()));
        if (substitutes.isEmpty()) {
            return;
        }
        Filter filter = filters.newTaskFilter(name(away));
        filter.setQuery(tasks.createTaskQuery()
            .taskAssigneeExpression("${absences.actingFor('%s', currentUser())}".formatted(away.id())));
        filter.setProperties(StaffFilters.properties(LAST, messages, language));
        String id = filters.saveFilter(filter).getId();
        for (String substitute : substitutes) {
            Authorization mayRead = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            mayRead.setUserId(substitute);
            mayRead.setResource(Resources.FILTER);
            mayRead.setResourceId(id);
            mayRead.addPermission(Permissions.READ);
            authorizations.saveAuthorization(mayRead);
        }
    }

    private String name(StaffMember away) {
        return messages.getMessage("engine.filter.standingIn", new Object[] {away.name(), away.id()}, language);
    }
}
