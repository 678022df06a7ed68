package org.namad.party;

import java.io.Serializable;

/**
 * A one-time code that the reader of the mail is asked for; kept in the browser's session, so that the code works in
 * that browser only.
 *
 * @param codeId     the id of the code
 * @param nationalId ten digits
 */
public record Challenge(long codeId, String nationalId) implements Serializable {
}
