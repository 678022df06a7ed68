package org.namad.engine;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups of the staff, named in the language of {@code namad.language}, and what each may do in the engine. At every start what is missing is added; what an
 * administrator has changed since stays as it is. Whoever is a candidate for a task may see and do it without more.
 * Their filters in Tasklist come from {@link StaffFilters}.
 */
@Component
@Order(0)
public class StaffRoles implements ApplicationRunner {

    /** Reviews applications, rules on complaints, decides on seals. */
    public static final String CASE_OFFICER = "case-officer";
    /** Is the second pair of eyes. */
    public static final String SUPERVISOR = "supervisor";
    /** Scores businesses for stars (R22). */
    public static final String RATING_OPERATOR = "rating-operator";
    /** Confirms what monitoring has found (R27). */
    public static final String MONITORING_OFFICER = "monitoring-officer";
    /** Redesigns the flows and watches them in Cockpit. */
    public static final String PROCESS_OWNER = "process-owner";
    /** Sees everything and changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Administers accounts and the engine. */
    public static final String ADMIN = "camunda-admin";
    /** The groups that open cases and look after what is said in them. */
    public static final Set<String> CASE_WORKERS = Set.of(CASE_OFFICER, SUPERVISOR, ADMIN);

    /** The groups that may read everything about cases, who changed what included. */
    public static final Set<String> READERS = Set.of(CASE_OFFICER, SUPERVISOR, ADMIN, AUDITOR);

    /** The groups that do tasks; the others only look, or look after the flows. */
    public static final Set<String> WORKERS = Set.of(CASE_OFFICER, SUPERVISOR, RATING_OPERATOR, MONITORING_OFFICER,
        ADMIN);

    /** The groups that read what people have uploaded. */
    public static final Set<String> DOCUMENT_READERS = Set.of(CASE_OFFICER, SUPERVISOR, RATING_OPERATOR, ADMIN, AUDITOR);

    /** The groups that watch how the work goes. */
    public static final Set<String> OVERSEERS = Set.of(SUPERVISOR, ADMIN, AUDITOR);

    /** The groups that put models live and move cases between their versions. */
    public static final Set<String> MODELLERS = Set.of(PROCESS_OWNER, ADMIN);

    /** The groups that see which versions of the models are live. */
    public static final Set<String> MODEL_READERS = Set.of(PROCESS_OWNER, ADMIN, AUDITOR);

    /** Every group, and what it was called while its name stood in both languages. */
    private static final Map<String, String> GROUPS = Map.of(
        CASE_OFFICER, "کارشناس پرونده · Case officers",
        SUPERVISOR, "سرپرست · Supervisors",
        RATING_OPERATOR, "کارشناس رتبه‌بندی · Rating operators",
        MONITORING_OFFICER, "کارشناس پایش · Monitoring officers",
        PROCESS_OWNER, "صاحب فرایند · Process owners",
        AUDITOR, "ممیز · Auditors",
        ADMIN, "راهبر سامانه · Administrators");

    private static final String EVERY = Authorization.ANY;

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final MessageSource messages;
    private final Locale language;

    StaffRoles(IdentityService identities, AuthorizationService authorizations, MessageSource messages,
            @Value("${namad.language}") Locale language) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.messages = messages;
        this.language = language;
    }

    /** The ids of all groups that every installation has. */
    public static Set<String> all() {
        return GROUPS.keySet();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach(this::group);
        for (Resource resource : Resources.values()) {
            grant(ADMIN, resource, EVERY, Permissions.ALL);
        }
        // Supervisors see every task and give it to whom it suits, but do only those that are theirs; what has failed
        // they let the engine try again.
        grant(SUPERVISOR, PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.READ, ProcessInstancePermissions.RETRY_JOB);
        List.of(CASE_OFFICER, SUPERVISOR, RATING_OPERATOR, MONITORING_OFFICER).forEach(this::letWork);
        grant(SUPERVISOR, TASK, EVERY, TaskPermissions.READ, TaskPermissions.TASK_ASSIGN);
        letOwnProcesses();
        letAudit();
    }

    private void letWork(String group) {
        grant(group, APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_HISTORY);
        grant(group, PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.READ);
        // Tasklist shows names where it may read them, otherwise user ids.
        grant(group, USER, EVERY, Permissions.READ);
    }

    private void letOwnProcesses() {
        grant(PROCESS_OWNER, APPLICATION, "cockpit", Permissions.ACCESS);
        grant(PROCESS_OWNER, PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.UPDATE, ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
            ProcessDefinitionPermissions.RETRY_JOB, ProcessDefinitionPermissions.SUSPEND,
            ProcessDefinitionPermissions.SUSPEND_INSTANCE, ProcessDefinitionPermissions.MIGRATE_INSTANCE);
        grant(PROCESS_OWNER, PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.READ,
            ProcessInstancePermissions.RETRY_JOB, ProcessInstancePermissions.SUSPEND);
        grant(PROCESS_OWNER, DEPLOYMENT, EVERY, Permissions.READ, Permissions.CREATE);
        grant(PROCESS_OWNER, DECISION_DEFINITION, EVERY, Permissions.READ, Permissions.UPDATE,
            Permissions.READ_HISTORY);
        grant(PROCESS_OWNER, DECISION_REQUIREMENTS_DEFINITION, EVERY, Permissions.READ);
        grant(PROCESS_OWNER, BATCH, EVERY, BatchPermissions.READ, BatchPermissions.READ_HISTORY,
            BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES);
    }

    private void letAudit() {
        grant(AUDITOR, APPLICATION, "cockpit", Permissions.ACCESS);
        grant(AUDITOR, PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
            ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY,
            ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
        grant(AUDITOR, PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.READ);
        for (Resource resource : List.of(TASK, DEPLOYMENT, DECISION_REQUIREMENTS_DEFINITION, USER, GROUP,
            AUTHORIZATION)) {
            grant(AUDITOR, resource, EVERY, Permissions.READ);
        }
        grant(AUDITOR, DECISION_DEFINITION, EVERY, Permissions.READ, Permissions.READ_HISTORY);
        grant(AUDITOR, BATCH, EVERY, BatchPermissions.READ, BatchPermissions.READ_HISTORY);
        grant(AUDITOR, OPERATION_LOG_CATEGORY, EVERY, UserOperationLogCategoryPermissions.READ);
    }

    /** Makes the group, or lets its name follow a changed {@code namad.language}; a name of its own stays. */
    private void group(String id, String formerly) {
        Group group = identities.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identities.newGroup(id);
            group.setType(id.equals(ADMIN) ? "SYSTEM" : "WORKFLOW");
        } else if (Stream.concat(Stream.of(formerly), Stream.of("fa", "en").map(tag -> name(id, Locale.forLanguageTag(tag))))
                .noneMatch(group.getName()::equals)) {
            return;
        }
        group.setName(name(id, language));
        identities.saveGroup(group);
    }

    private String name(String id, Locale in) {
        return messages.getMessage("engine.group." + id, null, in);
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        if (authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource).resourceId(resourceId)
            .count() == 0) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
