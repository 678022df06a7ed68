package org.namad.verification;

import org.namad.party.NationalId;

/** The police: whether a person qualifies for a trade that needs it (R15). */
public interface PoliceRegistry {

    /**
     * @param activity the line of business, a key of the activity list
     * @throws RegistryUnavailable if the police do not give an answer in time
     */
    Answer check(NationalId nationalId, String activity);
}
