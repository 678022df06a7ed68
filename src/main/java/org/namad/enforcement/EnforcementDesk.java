package org.namad.enforcement;

/** Opens enforcement cases and takes what holders say in them. */
public interface EnforcementDesk {

    /** What a case waits for from the holder. */
    enum Awaited { REPLY, REMEDY, NOTHING }

    /**
     * Opens the case about a seal, or adds the ground to the open one; saying the same again does nothing (R25).
     *
     * @param evidence what was found, as told to the holder; null where the ground says it all
     * @throws IllegalStateException if the seal was never issued or has been revoked
     */
    EnforcementCase open(long sealId, Ground ground, String evidence);

    /** What the holder can do in the case now. */
    Awaited awaited(long caseId);

    /**
     * Takes the holder's reply to the letter and hands the case to staff.
     *
     * @throws NotAwaited               if it was given before or the time for it is over
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    void reply(long caseId, String text);

    /**
     * Takes the holder's report of the remedy and hands it to staff.
     *
     * @throws NotAwaited               if none is awaited now, for example because the time for it is over
     * @throws IllegalArgumentException if the text is blank or longer than 3000 characters
     */
    void reportRemedy(long caseId, String text);
}
