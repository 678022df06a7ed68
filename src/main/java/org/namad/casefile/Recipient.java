package org.namad.casefile;

import java.util.Locale;
import java.util.Map;

/**
 * Somebody who gets a mail about a case.
 *
 * @param name     as addressed in the mail
 * @param address  the mail address
 * @param language the language of the mail, Persian or English
 */
public record Recipient(String name, String address, Locale language) {

    /**
     * Somebody who gets a copy of a mail.
     *
     * @param recipient who it is
     * @param links     the facts that lead this reader elsewhere than the one whose mail it is
     */
    public record Copy(Recipient recipient, Map<String, String> links) {
    }
}
