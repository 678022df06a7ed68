package org.namad.party;

import java.io.Serializable;
import java.security.Principal;

/**
 * The consumer or business owner who is signed in on the public pages; controllers take it as
 * {@code @AuthenticationPrincipal SignedIn}.
 *
 * @param personId   the person's id
 * @param nationalId ten digits
 * @param fullName   as shown in the page's head
 */
public record SignedIn(long personId, String nationalId, String fullName) implements Principal, Serializable {

    @Override
    public String getName() {
        return nationalId;
    }
}
