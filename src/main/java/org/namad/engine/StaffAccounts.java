package org.namad.engine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;

/** The accounts of the staff, kept by the engine. */
@Service
public class StaffAccounts {

    private final IdentityService identities;

    StaffAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * The staff member with this id and password; empty if there is none. The engine makes a caller who has failed wait
     * longer each time, and locks the account after ten failures.
     */
    public Optional<StaffMember> authenticate(String id, String password) {
        try {
            if (id == null || id.isBlank() || password == null || !identities.checkPassword(id, password)) {
                return Optional.empty();
            }
        } catch (AuthenticationException locked) {
            return Optional.empty();
        }
        User user = identities.createUserQuery().userId(id).singleResult();
        return Optional.ofNullable(user).map(found -> new StaffMember(found.getId(),
            (found.getFirstName() + " " + found.getLastName()).strip(), groupsOf(found.getId())));
    }

    private Set<String> groupsOf(String id) {
        Set<String> groups = new TreeSet<>();
        for (Group group : identities.createGroupQuery().groupMember(id).list()) {
            groups.add(group.getId());
        }
        return groups;
    }
}
