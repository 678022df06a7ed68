package org.namad.enforcement.process;

/** Elements, messages and variables of {@code seal-enforcement} that code and tests name. */
public final class SealEnforcementProcess {

    public static final String KEY = "seal-enforcement";

    public static final String Task_SendLetter = "Task_SendLetter";
    public static final String Task_ReplyToLetter = "Task_ReplyToLetter";
    public static final String Event_ReplyReminderDue = "Event_ReplyReminderDue";
    public static final String Event_ReplyDeadlinePassed = "Event_ReplyDeadlinePassed";
    public static final String End_ReplyReminded = "End_ReplyReminded";
    public static final String Task_DecideOnSeal = "Task_DecideOnSeal";
    public static final String Task_ConfirmDecision = "Task_ConfirmDecision";
    public static final String End_GroundsDismissed = "End_GroundsDismissed";
    public static final String End_HolderWarned = "End_HolderWarned";
    public static final String Task_ReportRemedy = "Task_ReportRemedy";
    public static final String Event_RemedyReminderDue = "Event_RemedyReminderDue";
    public static final String Event_RemedyDeadlinePassed = "Event_RemedyDeadlinePassed";
    public static final String End_RemedyReminded = "End_RemedyReminded";
    public static final String Task_CheckRemedy = "Task_CheckRemedy";
    public static final String Task_SendInsufficientRemedy = "Task_SendInsufficientRemedy";
    public static final String End_SealReinstated = "End_SealReinstated";
    public static final String End_SealRevoked = "End_SealRevoked";
    public static final String End_GroundAnnounced = "End_GroundAnnounced";

    /** A further ground has joined the open case. */
    public static final String GROUND_ADDED = "GroundAdded";

    /** The case, a Long. */
    public static final String ENFORCEMENT_ID = "enforcementId";
    /** The seal, a Long. */
    public static final String SEAL_ID = "sealId";
    /** What the officer decides: {@code none}, {@code warn}, {@code suspend} or {@code revoke}. */
    public static final String MEASURE = "measure";
    /** Why the officer decides so; taken into the case and forgotten here. */
    public static final String REASONS = "reasons";
    /** What the second person says: {@link #CONFIRM} or {@link #RETURN}. */
    public static final String CONFIRMATION = "confirmation";
    /** What the second person has to say about it; taken into the case and forgotten here. */
    public static final String CONFIRMATION_NOTE = "confirmationNote";
    /** What the officer makes of the remedy: {@code accept}, {@code insufficient} or {@code revoke}. */
    public static final String REMEDY_VERDICT = "remedyVerdict";
    /** Why; taken into the case and forgotten here. */
    public static final String REMEDY_REASONS = "remedyReasons";
    /** Input of the dossier: over which period back complaints are cited, as an ISO period. */
    public static final String WINDOW = "window";

    /** A {@link #CONFIRMATION}: the decision comes into force. */
    public static final String CONFIRM = "confirm";
    /** A {@link #CONFIRMATION}: the officer decides anew. */
    public static final String RETURN = "return";

    private SealEnforcementProcess() {
    }
}
