package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@NamadTest
class StaffRolesTest {

    @Autowired StaffRoles roles;
    @Autowired IdentityService identities;
    @Autowired AuthorizationService authorizations;
    @Autowired MessageSource messages;

    @AfterEach
    void restore() {
        call(StaffRoles.CASE_OFFICER, "Case officers");
        call(StaffRoles.AUDITOR, "Auditors");
        roles.run(null);
    }

    @Test
    @DisplayName("Groups are named in the language of namad.language, and follow it; a name that somebody gave them stays")
    void names() {
        assertThat(name(StaffRoles.CASE_OFFICER)).isEqualTo("کارشناس پرونده");
        call(StaffRoles.AUDITOR, "Internal audit");
        new StaffRoles(identities, authorizations, messages, Locale.ENGLISH).run(null);
        assertThat(name(StaffRoles.CASE_OFFICER)).isEqualTo("Case officers");
        assertThat(name(StaffRoles.AUDITOR)).isEqualTo("Internal audit");

        call(StaffRoles.CASE_OFFICER, "کارشناس پرونده · Case officers");
        roles.run(null);
        assertThat(name(StaffRoles.CASE_OFFICER)).isEqualTo("کارشناس پرونده");
    }

    @Test
    @DisplayName("At every start the groups' rights are made what they are meant to be, once; rights to one thing stay")
    void rights() {
        Map<String, Integer> meant = rightsOfGroups();
        roles.run(null);
        assertThat(rightsOfGroups()).isEqualTo(meant);

        grant(StaffRoles.RATING_OPERATOR, Resources.PROCESS_INSTANCE, Authorization.ANY, ProcessInstancePermissions.READ);
        Authorization widened = right(StaffRoles.RATING_OPERATOR, Resources.PROCESS_DEFINITION);
        widened.addPermission(ProcessDefinitionPermissions.READ_HISTORY);
        authorizations.saveAuthorization(widened);
        authorizations.deleteAuthorization(right(StaffRoles.AUDITOR, Resources.TASK).getId());
        String ofOneFilter = grant(StaffRoles.AUDITOR, Resources.FILTER, "one-filter", Permissions.READ);
        assertThat(rightsOfGroups()).isNotEqualTo(meant);
        roles.run(null);

        assertThat(authorizations.createAuthorizationQuery().resourceId("one-filter").singleResult().getId())
            .isEqualTo(ofOneFilter);
        authorizations.deleteAuthorization(ofOneFilter);
        assertThat(rightsOfGroups()).isEqualTo(meant);
    }

    /** What every group may do, as permissions by group, kind of thing and thing. */
    private Map<String, Integer> rightsOfGroups() {
        return authorizations.createAuthorizationQuery().groupIdIn(StaffRoles.all().toArray(String[]::new)).list().stream()
            .collect(Collectors.toMap(right -> right.getGroupId() + "/" + right.getResourceType() + "/"
                + right.getResourceId(), right -> ((AuthorizationEntity) right).getPermissions()));
    }

    private Authorization right(String group, Resource resource) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource)
            .resourceId(Authorization.ANY).singleResult();
    }

    private String grant(String group, Resource resource, String thing, Permission permission) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(thing);
        right.addPermission(permission);
        return authorizations.saveAuthorization(right).getId();
    }

    private String name(String id) {
        return identities.createGroupQuery().groupId(id).singleResult().getName();
    }

    private void call(String id, String name) {
        Group group = identities.createGroupQuery().groupId(id).singleResult();
        group.setName(name);
        identities.saveGroup(group);
    }
}
