package org.namad.notification;

import java.time.Instant;

import org.namad.casefile.CaseKey;

/**
 * The mail server has accepted a mail for delivery: notice is proven (N7), unless {@link MailRefused} follows. Each
 * mail's end is told once to every listener that succeeds, in a transaction of its own; if a listener fails, it is
 * told again.
 *
 * @param key         the case that the mail is about
 * @param template    the mail's template
 * @param address     whom it was sent to
 * @param occurrence  which mail of this template in this case it is
 * @param at          when the server accepted it
 * @param serverReply what the server said
 */
public record MailAccepted(CaseKey key, String template, String address, String occurrence, Instant at,
        String serverReply) {
}
