package org.namad.amendment;

import java.util.List;

import org.namad.document.Upload;
import org.namad.language.Texts;

/**
 * What a holder asks for.
 *
 * @param sealId   the seal whose data, or whose holder's data, shall change
 * @param personId who asks: the owner of the business
 * @param subject  what shall change
 * @param wanted   to what; kept as {@link Subject#read} reads it
 * @param why      for the officer, up to 1,000 characters; null if nothing is said
 * @param proofs   documents that show it
 */
public record NewAmendment(long sealId, long personId, Subject subject, Datum wanted, String why, List<Upload> proofs) {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 1000;

    /** @throws IllegalArgumentException if the value cannot be registered, or the reason is too long */
    public NewAmendment {
        Datum typed = wanted;
        wanted = subject.read(typed)
            .orElseThrow(() -> new IllegalArgumentException(subject + " cannot become " + typed));
        why = Texts.optional("reason", why, LONGEST_REASON);
        proofs = List.copyOf(proofs);
    }
}
