package org.namad.enforcement;

import java.time.Instant;
import java.util.List;

import org.namad.document.Upload;

/** Opens enforcement cases and takes what holders say in them. */
public interface EnforcementDesk {

    /**
     * Until when the holder can do what in the case now; null for what is not possible.
     *
     * @param reply  reply to the letter
     * @param remedy report a remedy
     * @param appeal appeal against the suspension or revocation
     */
    record Options(Instant reply, Instant remedy, Instant appeal) {
    }

    /**
     * Opens the case about a seal, or adds the ground to the open one; saying the same again does nothing (R25).
     *
     * @param evidence what was found, as told to the holder; null where the ground says it all
     * @param by       who states it
     * @throws IllegalStateException if the seal was never issued or has been revoked
     */
    EnforcementCase open(long sealId, Ground ground, String evidence, StatedBy by);

    /** What the holder can do in the case now, and until when. */
    Options options(long caseId);

    /**
     * Takes the holder's reply to the letter and hands the case to staff.
     *
     * @param proof files that go with it
     * @param by    the person who says it; null if that is not known
     * @throws NotAwaited               if it was given before or the time for it is over
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    void reply(long caseId, String text, List<Upload> proof, Long by);

    /** Takes a reply by whoever it is, see {@link #reply(long, String, List, Long)}. */
    default void reply(long caseId, String text, List<Upload> proof) {
        reply(caseId, text, proof, null);
    }

    /**
     * Takes the holder's report of the remedy and hands it to staff.
     *
     * @param by the person who reports; null if that is not known
     * @throws NotAwaited               if none is awaited now, for example because the time for it is over
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    void reportRemedy(long caseId, RemedyReport report, Long by);

    /** Takes a report by whoever it is, see {@link #reportRemedy(long, RemedyReport, Long)}. */
    default void reportRemedy(long caseId, RemedyReport report) {
        reportRemedy(caseId, report, null);
    }

    /**
     * Takes the holder's appeal against the suspension or revocation, once, and hands it to staff who had no part in it.
     *
     * @param proof files that go with it
     * @param by    the person who appeals; null if that is not known
     * @throws NotAwaited               if the holder has appealed before or the time for it is over
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    void appeal(long caseId, String reasons, List<Upload> proof, Long by);

    /** Takes an appeal by whoever it is, see {@link #appeal(long, String, List, Long)}. */
    default void appeal(long caseId, String reasons, List<Upload> proof) {
        appeal(caseId, reasons, proof, null);
    }
}
