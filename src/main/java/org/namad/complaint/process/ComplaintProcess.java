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
    public static final String End_ClosedUnanswered = "End_ClosedUnanswered";
    public static final String End_ComplaintUpheld = "End_ComplaintUpheld";
    public static final String End_ComplaintDismissed = "End_ComplaintDismissed";
    public static final String Task_ScreenComplaint = "Task_ScreenComplaint";
    public static final String Event_ScreeningTimeOver = "Event_ScreeningTimeOver";
    public static final String Task_AdmitUnscreened = "Task_AdmitUnscreened";
    public static final String SubProcess_ObtainAnswer = "SubProcess_ObtainAnswer";
    public static final String Task_ReachBusiness = "Task_ReachBusiness";
    public static final String Task_DecideOnExtension = "Task_DecideOnExtension";
    public static final String Event_ClockRestarts = "Event_ClockRestarts";
    public static final String Event_LeftUnanswered = "Event_LeftUnanswered";
    public static final String Event_ReopeningOver = "Event_ReopeningOver";
    public static final String Call_AppealSilence = "Call_AppealSilence";
    public static final String Call_AppealRuling = "Call_AppealRuling";
    public static final String End_ScreenedOut = "End_ScreenedOut";
    public static final String End_AnswerGiven = "End_AnswerGiven";
    public static final String End_LeftUnanswered = "End_LeftUnanswered";
    public static final String End_StaffAreReaching = "End_StaffAreReaching";
    public static final String End_BusinessReached = "End_BusinessReached";
    public static final String End_BusinessUnreachable = "End_BusinessUnreachable";
    public static final String End_ClockRunsOn = "End_ClockRunsOn";
    public static final String End_DeadlineExtended = "End_DeadlineExtended";
    public static final String End_ExtensionRefused = "End_ExtensionRefused";
    public static final String End_ClosedForGood = "End_ClosedForGood";
    public static final String End_SilenceAppealOver = "End_SilenceAppealOver";
    public static final String End_RulingTold = "End_RulingTold";

    /** The page on which the business answers, in time or late: its tasks are found by it, whatever their ids. */
    public static final String ANSWER_PAGE = "page:/panel/complaints/{id}";
    /** The page on which the consumer accepts or disputes the answer. */
    public static final String VERDICT_PAGE = "page:/complaints/{id}";
    /** The form of staff who reach a business that its notice did not reach. */
    public static final String REACH_FORM = "reach-business";

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

    /** Whether another person's complaint shares the invoice or payment, a Boolean. */
    public static final String SHARED = "shared";
    /** What staff decide on a complaint set aside: {@link #ADMIT} or {@link #REJECT}. */
    public static final String SCREENING = "screening";
    /** Why staff decide so. */
    public static final String SCREENING_REASONS = "screeningReasons";
    /** What is known of the notice when the deadline passes: {@link #PROVEN}, {@link #UNPROVEN} and so on. */
    public static final String NOTICE = "notice";
    /** Whether the deadline of this round has passed, a Boolean. */
    public static final String DEADLINE_PASSED = "deadlinePassed";
    /** Whether staff reached the business: {@link #REACHED} or {@link #UNREACHABLE}. */
    public static final String CONTACT = "contact";
    /** How staff reached it, or tried to. */
    public static final String CONTACT_NOTE = "contactNote";
    /** What staff decide on more time: {@link #GRANT} or {@link #REFUSE}. */
    public static final String EXTENSION_DECISION = "extensionDecision";
    /** Why staff decide so. */
    public static final String EXTENSION_REASONS = "extensionReasons";
    /** The staff member who decided on more time. */
    public static final String DECIDED_BY = "decidedBy";
    /** Whether the complaint was reopened, a Boolean. */
    public static final String REOPENED = "reopened";

    /** A {@link #SCREENING}: the clock starts. */
    public static final String ADMIT = "admit";
    /** A {@link #SCREENING}: the complaint counts for nothing. */
    public static final String REJECT = "reject";
    /** A {@link #NOTICE}: it is proven that the business knew. */
    public static final String PROVEN = "proven";
    /** A {@link #NOTICE}: nothing is proven yet. */
    public static final String UNPROVEN = "unproven";
    /** A {@link #NOTICE}: staff are reaching the business already. */
    public static final String BEING_REACHED = "being reached";
    /** A {@link #CONTACT}: staff reached the business. */
    public static final String REACHED = "reached";
    /** A {@link #CONTACT} or {@link #NOTICE}: the business cannot be reached. */
    public static final String UNREACHABLE = "unreachable";
    /** An {@link #EXTENSION_DECISION}: more time is given. */
    public static final String GRANT = "grant";
    /** An {@link #EXTENSION_DECISION}: no more time is given. */
    public static final String REFUSE = "refuse";
    /** A {@link #RULING}: the complaint is right. */
    public static final String UPHELD = "upheld";
    /** A {@link #RULING}: the complaint is unfounded. */
    public static final String DISMISSED = "dismissed";

    /** Message: the business asks for more time. */
    public static final String EXTENSION_REQUESTED = "ExtensionRequested";
    /** Message: the notice was refused or came back. */
    public static final String NOTICE_REFUSED = "NoticeRefused";
    /** Message: the business has come to know of the complaint after its notice had failed. */
    public static final String COMPLAINT_OPENED = "ComplaintOpened";
    /** Message: the consumer reopens the complaint. */
    public static final String COMPLAINT_REOPENED = "ComplaintReopened";

    private ComplaintProcess() {
    }
}
