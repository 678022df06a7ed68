package org.namad.engine;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * Someone who works on cases in Tasklist.
 *
 * @param id     the user id in the engine
 * @param name   first and last name
 * @param groups the engine groups, see {@link StaffRoles}
 * @param passwordMark another with every password: by it a session knows whether it was opened with the present one
 */
public record StaffMember(String id, String name, Set<String> groups, String passwordMark) implements Principal, Serializable {

    /** The user id, which the engine and its web applications take for the user. */
    @Override
    public String getName() {
        return id;
    }
}
