package org.namad.conduct;

import java.time.LocalDate;

/** What process owners have laid down in decision tables about scoring (R10) and supervision (R9). */
public interface SupervisionPolicy {

    /** The terms in force on {@code day} (R10). */
    ScoringTerms terms(LocalDate day);

    /**
     * How closely a seal with this record is watched (R9); all counts within the window of the terms.
     *
     * @param complaints  registered, without those that count for nothing
     * @param unanswered  without an answer after the deadline
     * @param points      negative points that stand
     * @param perThousand complaints per 1,000 transactions (N9); null if no transactions are declared
     */
    Supervision level(int complaints, int unanswered, int points, Double perThousand);
}
