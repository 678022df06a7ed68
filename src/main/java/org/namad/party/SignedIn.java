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
 * @param sessionsEnded {@link Person#sessionsEnded()} at sign-in; the session is over as soon as it is another
 */
public record SignedIn(long personId, String nationalId, String fullName, int sessionsEnded)
    implements Principal, Serializable {

    /** Somebody who has never ended other sessions. */
    public SignedIn(long personId, String nationalId, String fullName) {
        this(personId, nationalId, fullName, 0);
    }

    @Override
    public String getName() {
        return nationalId;
    }
}
