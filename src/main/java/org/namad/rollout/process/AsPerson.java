package org.namad.rollout.process;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.engine.StaffRoles;
import org.namad.rollout.ModelRefused;
import org.springframework.stereotype.Component;

/** Lets the engine work in the name of a staff member: with that person's rights only, and with the name in its log. */
@Component
class AsPerson {

    private final IdentityService identities;
    private final StaffAccounts accounts;

    AsPerson(IdentityService identities, StaffAccounts accounts) {
        this.identities = identities;
        this.accounts = accounts;
    }

    /** Returns what {@code work} returns, done as this person. */
    <T> T run(String staffId, Supplier<T> work) {
        identities.setAuthentication(staffId, accounts.find(staffId).map(StaffMember::groups).map(List::copyOf)
            .orElse(List.of()));
        try {
            return work.get();
        } catch (AuthorizationException refused) {
            throw new ModelRefused(List.of(), refused);
        } finally {
            identities.clearAuthentication();
        }
    }

    /**
     * Lets only those pass who put models live.
     *
     * @throws ModelRefused if this person does not
     */
    void requireModeller(String staffId) {
        if (accounts.find(staffId).stream().flatMap(member -> member.groups().stream())
                .noneMatch(StaffRoles.MODELLERS::contains)) {
            throw new ModelRefused(List.of(), null);
        }
    }

    String nameOf(String staffId) {
        return accounts.nameOf(staffId);
    }
}
