package org.namad.notification;

import java.time.Instant;

import org.namad.casefile.CaseKey;

/**
 * A mail will not reach its reader: refused by the mail server, given up after many attempts, or bounced after it had
 * been accepted (N7). Told as {@link MailAccepted} is.
 *
 * @param key         the case that the mail is about
 * @param template    the mail's template
 * @param address     whom it was sent to
 * @param occurrence  which mail of this template in this case it is
 * @param at          when this became known
 * @param serverReply what the server said, or why it could not be reached
 */
public record MailRefused(CaseKey key, String template, String address, String occurrence, Instant at,
        String serverReply) {
}
