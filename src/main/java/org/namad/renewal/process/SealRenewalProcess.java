package org.namad.renewal.process;

/** Elements, messages and variables of {@code seal-renewal} that code and tests name. */
public final class SealRenewalProcess {

    public static final String KEY = "seal-renewal";

    public static final String Task_AnnounceRenewal = "Task_AnnounceRenewal";
    public static final String Task_AwaitUpdate = "Task_AwaitUpdate";
    public static final String Event_DaysLeft45 = "Event_DaysLeft45";
    public static final String Event_DaysLeft30 = "Event_DaysLeft30";
    public static final String Event_DaysLeft21 = "Event_DaysLeft21";
    public static final String Task_RemindAtDay45 = "Task_RemindAtDay45";
    public static final String Task_RemindAtDay30 = "Task_RemindAtDay30";
    public static final String Task_RenewSeal = "Task_RenewSeal";
    public static final String End_SealRenewed = "End_SealRenewed";
    public static final String Task_ReviewRenewal = "Task_ReviewRenewal";
    public static final String End_ExpiryAnnounced = "End_ExpiryAnnounced";
    public static final String Task_SendRefusal = "Task_SendRefusal";
    public static final String Task_SendBlocked = "Task_SendBlocked";
    public static final String Event_BlockOrTermOver = "Event_BlockOrTermOver";
    public static final String End_SealLapsed = "End_SealLapsed";
    public static final String End_RenewalClosed = "End_RenewalClosed";

    /** The holder has brought the shop's data up to date. */
    public static final String SEAL_DATA_UPDATED = "SealDataUpdated";
    /** The seal was taken away. */
    public static final String SEAL_REVOKED = "SealRevoked";

    /** The renewal, a Long. */
    public static final String RENEWAL_ID = "renewalId";
    /** The seal, a Long. */
    public static final String SEAL_ID = "sealId";
    /** Input of the assessment: over which period back complaints count, as an ISO period. */
    public static final String WINDOW = "window";
    /** Input of the renewal: the new term, as an ISO period. */
    public static final String TERM = "term";
    /** Complaints left unanswered, for the decision table. */
    public static final String UNANSWERED = "unanswered";
    /** Complaints upheld, for the decision table. */
    public static final String UPHELD = "upheld";
    /** All complaints registered, for the decision table. */
    public static final String COMPLAINTS = "complaints";
    /** Whether the seal is suspended or under enforcement, for the decision table. */
    public static final String SUPERVISED = "supervised";
    /** What the decision table says: {@code automatic}, {@code review} or {@code blocked}. */
    public static final String DECISION = "decision";
    /** What the officer says: {@link #APPROVE} or {@link #REFUSE}. */
    public static final String REVIEW = "review";
    /** Why; taken into the renewal and forgotten here. */
    public static final String REVIEW_REASONS = "reviewReasons";

    /** The decision table. */
    public static final String DECISION_TABLE = "renewal-decision";

    /** A {@link #REVIEW}: the seal is renewed. */
    public static final String APPROVE = "approve";
    /** A {@link #REVIEW}: it is not. */
    public static final String REFUSE = "refuse";

    private SealRenewalProcess() {
    }
}
