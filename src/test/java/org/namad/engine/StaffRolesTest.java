package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
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

    private String name(String id) {
        return identities.createGroupQuery().groupId(id).singleResult().getName();
    }

    private void call(String id, String name) {
        Group group = identities.createGroupQuery().groupId(id).singleResult();
        group.setName(name);
        identities.saveGroup(group);
    }
}
