package org.namad.casefile;

import java.util.Locale;

/**
 * Somebody who gets a mail about a case.
 *
 * @param name     as addressed in the mail
 * @param address  the mail address
 * @param language the language of the mail, Persian or English
 */
public record Recipient(String name, String address, Locale language) {
}
