package org.namad.complaint.process;

/** Elements and variables of {@code complaint} that code and tests name. */
public final class ComplaintProcess {

    public static final String KEY = "complaint";

    public static final String StartEvent_ComplaintRegistered = "StartEvent_ComplaintRegistered";
    public static final String Task_NotifyBusiness = "Task_NotifyBusiness";
    public static final String Task_AnswerComplaint = "Task_AnswerComplaint";
    public static final String Event_FirstReminderDue = "Event_FirstReminderDue";
    public static final String Event_SecondReminderDue = "Event_SecondReminderDue";
    public static final String Event_LastReminderDue = "Event_LastReminderDue";
    public static final String Event_AnswerDeadlinePassed = "Event_AnswerDeadlinePassed";
    public static final String Task_RemindBusiness = "Task_RemindBusiness";
    public static final String Task_MarkUnanswered = "Task_MarkUnanswered";
    public static final String Task_AddPointForSilence = "Task_AddPointForSilence";
    public static final String Task_AnswerLate = "Task_AnswerLate";
    public static final String Event_LateAnswerOver = "Event_LateAnswerOver";
    public static final String Task_GiveVerdict = "Task_GiveVerdict";
    public static final String Event_VerdictDeadlinePassed = "Event_VerdictDeadlinePassed";
    public static final String Task_RuleOnComplaint = "Task_RuleOnComplaint";
    public static final String Task_AddPointForRuling = "Task_AddPointForRuling";
    public static final String Call_CheckEnforcement = "Call_CheckEnforcement";
    public static final String Call_CheckAfterSilence = "Call_CheckAfterSilence";
    public static final String Call_CheckAfterRuling = "Call_CheckAfterRuling";
    public static final String End_ComplaintCounted = "End_ComplaintCounted";
    public static final String End_SilenceCounted = "End_SilenceCounted";
    public static final String End_AnswerPassedOn = "End_AnswerPassedOn";
    public static final String End_BusinessReminded = "End_BusinessReminded";
    public static final String End_ComplaintSettled = "End_ComplaintSettled";
    public static final String End_ClosedWithoutVerdict = "End_ClosedWithoutVerdict";
    public static final String End_ClosedUnanswered = "End_ClosedUnanswered";
    public static final String End_ComplaintUpheld = "End_ComplaintUpheld";
    public static final String End_ComplaintDismissed = "End_ComplaintDismissed";

    /** The complaint, a Long. */
    public static final String COMPLAINT_ID = "complaintId";
    /** The seal of the site complained about, a Long. */
    public static final String SEAL_ID = "sealId";
    /** Whether the consumer accepts the answer, a Boolean. */
    public static final String ANSWER_ACCEPTED = "answerAccepted";
    /** What staff rule: {@link #UPHELD} or {@link #DISMISSED}. */
    public static final String RULING = "ruling";
    /** Why staff rule so. */
    public static final String RULING_REASONS = "rulingReasons";

    /** A {@link #RULING}: the complaint is right. */
    public static final String UPHELD = "upheld";
    /** A {@link #RULING}: the complaint is unfounded. */
    public static final String DISMISSED = "dismissed";

    /** Message: the business asks for more time. */
    public static final String EXTENSION_REQUESTED = "ExtensionRequested";
    /** Message: the consumer reopens the complaint. */
    public static final String COMPLAINT_REOPENED = "ComplaintReopened";

    private ComplaintProcess() {
    }
}
