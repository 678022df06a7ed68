package org.namad.party;

import java.util.Locale;

/**
 * Somebody whom the owner of a company wants to act for it.
 *
 * @param nationalId ten digits with a correct checksum (R4)
 * @param name       as addressed in the invitation
 * @param email      lower case; the invitation goes there
 */
public record NewDelegate(String nationalId, String name, String email) {

    /** @throws InvalidIdentifier if the national ID's checksum does not fit */
    public NewDelegate {
        nationalId = new NationalId(nationalId).value();
        name = name.strip();
        email = email.strip().toLowerCase(Locale.ROOT);
    }
}
