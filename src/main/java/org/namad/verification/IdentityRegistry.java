package org.namad.verification;

import java.time.LocalDate;

import org.namad.party.NationalId;

/** The civil registry: whether a national ID belongs to a person of this name and date of birth (R15). */
public interface IdentityRegistry {

    /** @throws RegistryUnavailable if the registry does not give an answer in time */
    Answer check(NationalId nationalId, String fullName, LocalDate birthDate);
}
