package org.namad.party;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Somebody who wants to register.
 *
 * @param nationalId ten digits with a correct checksum
 * @param email      lower case; codes and mails go there
 * @param mobile     or null
 * @param language   of the mails: {@code fa} or {@code en}
 */
public record NewPerson(String nationalId, String fullName, LocalDate birthDate, String email, String mobile,
        String language) implements Serializable {

    /** @throws InvalidIdentifier if the national ID's checksum does not fit */
    public NewPerson {
        nationalId = new NationalId(nationalId).value();
        email = email.strip().toLowerCase(Locale.ROOT);
    }
}
