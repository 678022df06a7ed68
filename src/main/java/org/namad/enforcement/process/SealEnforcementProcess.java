package org.namad.enforcement.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.namad.enforcement.Ground;

/** Elements, messages and variables of {@code seal-enforcement} that code and tests name. */
public final class SealEnforcementProcess {

    public static final String KEY = "seal-enforcement";

    public static final String Task_SendLetter = "Task_SendLetter";
    public static final String Task_ReplyToLetter = "Task_ReplyToLetter";
    public static final String Event_ReplyReminderDue = "Event_ReplyReminderDue";
    public static final String Event_ReplyDeadlinePassed = "Event_ReplyDeadlinePassed";
    public static final String End_ReplyReminded = "End_ReplyReminded";
    public static final String Task_DecideOnSeal = "Task_DecideOnSeal";
    public static final String Event_GroundAddedBeforeDecision = "Event_GroundAddedBeforeDecision";
    public static final String Event_GroundAddedBeforeConfirmation = "Event_GroundAddedBeforeConfirmation";
    public static final String Task_ConfirmDecision = "Task_ConfirmDecision";
    public static final String End_GroundsDismissed = "End_GroundsDismissed";
    public static final String End_HolderWarned = "End_HolderWarned";
    public static final String Task_ReportRemedy = "Task_ReportRemedy";
    public static final String Event_RemedyReminderDue = "Event_RemedyReminderDue";
    public static final String Event_RemedyDeadlinePassed = "Event_RemedyDeadlinePassed";
    public static final String End_RemedyReminded = "End_RemedyReminded";
    public static final String Task_CheckRemedy = "Task_CheckRemedy";
    public static final String Task_ConfirmRevocation = "Task_ConfirmRevocation";
    public static final String Task_SendInsufficientRemedy = "Task_SendInsufficientRemedy";
    public static final String Task_RuleOnSuspensionAppeal = "Task_RuleOnSuspensionAppeal";
    public static final String Task_RuleOnRevocationAppeal = "Task_RuleOnRevocationAppeal";
    public static final String Event_AppealTimePassed = "Event_AppealTimePassed";
    public static final String End_SuspensionLifted = "End_SuspensionLifted";
    public static final String End_RevocationLifted = "End_RevocationLifted";
    public static final String End_SealReinstated = "End_SealReinstated";
    public static final String End_SealRevoked = "End_SealRevoked";
    public static final String End_GroundAnnounced = "End_GroundAnnounced";

    /** A further ground was stated between reply and confirmation: the holder can reply to it first. */
    public static final String GROUND_TO_REPLY_TO = "GroundToReplyTo";
    /** A further ground has joined the open case. */
    public static final String GROUND_ADDED = "GroundAdded";

    /** The holder has appealed against the suspension or revocation. */
    public static final String APPEAL_LODGED = "EnforcementAppealLodged";

    /** The page on which the holder replies, and reports the remedy once the seal is suspended. */
    public static final String HOLDER_PAGE = "page:/panel/enforcement/{id}";

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
    /** The checklist as the form offers it, JSON. */
    public static final String REMEDY_ITEMS = "remedyItems";
    /** Which items of the checklist the officer found in order: their ids, a list. */
    public static final String ITEMS_IN_ORDER = "itemsInOrder";
    /** What the second person says to {@code revoke}: {@link #CONFIRM} or {@link #RETURN}. */
    public static final String REVOCATION_CONFIRMATION = "revocationConfirmation";
    /** What the second person misses; taken into the case and forgotten here. */
    public static final String REVOCATION_NOTE = "revocationNote";
    /** Whether the holder can still appeal, when the seal has been revoked. */
    public static final String APPEAL_LEFT = "appealLeft";
    /** What the officer makes of the appeal: {@code granted} or {@code rejected}. */
    public static final String APPEAL_RULING = "appealRuling";
    /** Why; taken into the case and forgotten here. */
    public static final String APPEAL_REASONS = "appealReasons";
    /** Input of the dossier: over which period back complaints are cited, as an ISO period. */
    public static final String WINDOW = "window";

    /** Input of the suspension: the decision table that says what has to be put right, by ground. */
    public static final String CHECKLIST = "checklist";

    /** A {@link #CONFIRMATION} or {@link #REVOCATION_CONFIRMATION}: what was decided comes into force. */
    public static final String CONFIRM = "confirm";
    /** A {@link #CONFIRMATION} or {@link #REVOCATION_CONFIRMATION}: the officer decides or checks anew. */
    public static final String RETURN = "return";

    /** The message that starts the process for {@code ground}: each has a start event of its own (R25). */
    static String entry(Ground ground) {
        return Arrays.stream(ground.name().split("_")).map(word -> word.charAt(0)
            + word.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining("", "Ground", ""));
    }

    private SealEnforcementProcess() {
    }
}
