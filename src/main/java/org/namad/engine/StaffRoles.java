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
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
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
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups of the staff, named in the language of {@code namad.language}, and what each may do in the engine. At every
 * start these rights are made what stands here: what is missing is added, what has been changed is put right, and what
 * else a group may do with every thing of a kind is taken away. What an administrator lets a group do with one thing, a
 * filter for example, stays. Whoever is a candidate for a task may see and do it without more. Their filters in Tasklist
 * come from {@link StaffFilters}.
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
        List<Grant> grants = grants();
        grants.forEach(this::grant);
        takeAwayOthers(grants);
    }

    /**
     * That a group may do something.
     *
     * @param thing the id of the one thing that it may be done with; {@link #EVERY} for all
     */
    private record Grant(String group, Resource resource, String thing, Permission... permissions) {

        static Grant of(String group, Resource resource, Permission... permissions) {
            return new Grant(group, resource, EVERY, permissions);
        }

        static Grant entry(String group, String application) {
            return new Grant(group, APPLICATION, application, Permissions.ACCESS);
        }
    }

    private static List<Grant> grants() {
        return Stream.of(
            Stream.of(Resources.values()).map(resource -> Grant.of(ADMIN, resource, Permissions.ALL)),
            Stream.of(CASE_OFFICER, SUPERVISOR, RATING_OPERATOR, MONITORING_OFFICER).flatMap(StaffRoles::work),
            handleCases(), ownProcesses(), audit()).flatMap(grants -> grants).toList();
    }

    private static Stream<Grant> work(String group) {
        return Stream.of(Grant.entry(group, "tasklist"),
            // Tasklist shows names where it may read them, otherwise user ids.
            Grant.of(group, USER, Permissions.READ));
    }

    /** The cases and their history are read by those who handle cases; the others see the tasks that are theirs. */
    private static Stream<Grant> handleCases() {
        return Stream.of(
            Grant.of(CASE_OFFICER, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_HISTORY),
            Grant.of(CASE_OFFICER, PROCESS_INSTANCE, ProcessInstancePermissions.READ),
            // Supervisors see every task and give it to whom the model names, but do only those that are theirs; what
            // has failed they let the engine try again.
            Grant.of(SUPERVISOR, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_HISTORY),
            Grant.of(SUPERVISOR, PROCESS_INSTANCE, ProcessInstancePermissions.READ, ProcessInstancePermissions.RETRY_JOB),
            Grant.of(SUPERVISOR, TASK, TaskPermissions.READ, TaskPermissions.TASK_ASSIGN),
            Grant.of(RATING_OPERATOR, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ),
            Grant.of(MONITORING_OFFICER, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ));
    }

    private static Stream<Grant> ownProcesses() {
        return Stream.of(Grant.entry(PROCESS_OWNER, "cockpit"),
            Grant.of(PROCESS_OWNER, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.UPDATE, ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                ProcessDefinitionPermissions.RETRY_JOB, ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE, ProcessDefinitionPermissions.MIGRATE_INSTANCE),
            Grant.of(PROCESS_OWNER, PROCESS_INSTANCE, ProcessInstancePermissions.READ,
                ProcessInstancePermissions.RETRY_JOB, ProcessInstancePermissions.SUSPEND),
            Grant.of(PROCESS_OWNER, DEPLOYMENT, Permissions.READ, Permissions.CREATE),
            Grant.of(PROCESS_OWNER, DECISION_DEFINITION, Permissions.READ, Permissions.UPDATE, Permissions.READ_HISTORY),
            Grant.of(PROCESS_OWNER, DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
            Grant.of(PROCESS_OWNER, BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY,
                BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES));
    }

    private static Stream<Grant> audit() {
        return Stream.concat(
            Stream.of(TASK, DEPLOYMENT, DECISION_REQUIREMENTS_DEFINITION, USER, GROUP, AUTHORIZATION)
                .map(resource -> Grant.of(AUDITOR, resource, Permissions.READ)),
            Stream.of(Grant.entry(AUDITOR, "cockpit"),
                Grant.of(AUDITOR, PROCESS_DEFINITION, ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE),
                Grant.of(AUDITOR, PROCESS_INSTANCE, ProcessInstancePermissions.READ),
                Grant.of(AUDITOR, DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                Grant.of(AUDITOR, BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                Grant.of(AUDITOR, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ)));
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

    private void grant(Grant grant) {
        Authorization authorization = granted(grant.group()).resourceType(grant.resource()).resourceId(grant.thing())
            .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(grant.group());
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.thing());
        }
        int before = ((AuthorizationEntity) authorization).getPermissions();
        authorization.setPermissions(grant.permissions());
        if (authorization.getId() == null || ((AuthorizationEntity) authorization).getPermissions() != before) {
            authorizations.saveAuthorization(authorization);
        }
    }

    private void takeAwayOthers(List<Grant> grants) {
        GROUPS.keySet().forEach(group -> granted(group).resourceId(EVERY).list().stream()
            .filter(right -> grants.stream().noneMatch(grant -> grant.group().equals(group)
                && grant.thing().equals(EVERY) && grant.resource().resourceType() == right.getResourceType()))
            .forEach(right -> authorizations.deleteAuthorization(right.getId())));
    }

    private AuthorizationQuery granted(String group) {
        return authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(group);
    }
}
