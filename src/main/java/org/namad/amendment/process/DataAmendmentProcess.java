package org.namad.amendment.process;

/** Elements, messages and variables of {@code data-amendment} that code and tests name. */
public final class DataAmendmentProcess {

    public static final String KEY = "data-amendment";

    public static final String Task_CheckLicence = "Task_CheckLicence";
    public static final String Task_ReviewAmendment = "Task_ReviewAmendment";
    public static final String Task_AwaitPlacement = "Task_AwaitPlacement";
    public static final String Task_ApplyAmendment = "Task_ApplyAmendment";
    public static final String Event_TimeToLookAgain = "Event_TimeToLookAgain";
    public static final String Event_PlacementReminder = "Event_PlacementReminder";
    public static final String Event_PlacementDeadlinePassed = "Event_PlacementDeadlinePassed";
    public static final String End_AmendmentApplied = "End_AmendmentApplied";
    public static final String End_AmendmentRefused = "End_AmendmentRefused";
    public static final String End_RemindedOfPlacement = "End_RemindedOfPlacement";
    public static final String End_PlacementNotFound = "End_PlacementNotFound";
    public static final String End_AmendmentWithdrawn = "End_AmendmentWithdrawn";
    public static final String End_AmendmentClosed = "End_AmendmentClosed";

    /** The holder takes the wish back. */
    public static final String AMENDMENT_WITHDRAWN = "AmendmentWithdrawn";
    /** The holder says that the seal is on the new site. */
    public static final String NEW_PLACEMENT_REPORTED = "NewPlacementReported";
    /** The seal was taken away. */
    public static final String AMENDED_SEAL_REVOKED = "AmendedSealRevoked";

    /** The change, a Long. */
    public static final String AMENDMENT_ID = "amendmentId";
    /** What shall change: the key of a {@link org.namad.amendment.Subject}, for the decision table. */
    public static final String SUBJECT = "subject";
    /** What the decision table says: a {@link org.namad.amendment.Route} in lower case. */
    public static final String ROUTE = "route";
    /** What the registry of licences says: the name of a {@link org.namad.verification.Finding}. */
    public static final String LICENCE_FINDING = "licenceFinding";
    /** What the officer says: {@link #APPROVE} or {@link #REFUSE}. */
    public static final String AMENDMENT_VERDICT = "amendmentVerdict";
    /** Why; taken into the change and forgotten here. */
    public static final String AMENDMENT_VERDICT_REASONS = "amendmentVerdictReasons";
    /** Whether the seal is on the new site. */
    public static final String PLACED = "placed";
    /** Input of the end without effect: the name of an {@link org.namad.amendment.Amendment.Status}. */
    public static final String OUTCOME = "outcome";

    /** The decision table. */
    public static final String DECISION_TABLE = "amendment-route";

    /** An {@link #AMENDMENT_VERDICT}: the register is to be changed. */
    public static final String APPROVE = "approve";
    /** An {@link #AMENDMENT_VERDICT}: it is not. */
    public static final String REFUSE = "refuse";

    private DataAmendmentProcess() {
    }
}
