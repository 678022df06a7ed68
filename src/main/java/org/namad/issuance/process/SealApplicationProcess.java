package org.namad.issuance.process;

/** The names in {@code processes/seal-application.bpmn} that code relies on. */
final class SealApplicationProcess {

    static final String KEY = "seal-application";

    static final String Task_CheckIdentity = "Task_CheckIdentity";
    static final String Task_CheckLicence = "Task_CheckLicence";
    static final String Task_CheckPoliceRecord = "Task_CheckPoliceRecord";
    static final String Task_ReviewApplication = "Task_ReviewApplication";
    static final String Task_CorrectApplication = "Task_CorrectApplication";
    static final String Task_AwaitPayment = "Task_AwaitPayment";
    static final String Task_AwaitPlacement = "Task_AwaitPlacement";
    static final String Event_CorrectionDeadlinePassed = "Event_CorrectionDeadlinePassed";
    static final String Event_PaymentDeadlinePassed = "Event_PaymentDeadlinePassed";
    static final String Event_PlacementDeadlinePassed = "Event_PlacementDeadlinePassed";

    /** The page on which the applicant corrects the application: its task is found by it, whatever its id. */
    static final String CORRECTION_PAGE = "page:/panel/applications/{id}";

    static final String MESSAGE_FEE_PAID = "FeePaid";
    static final String MESSAGE_PLACEMENT_REPORTED = "PlacementReported";

    static final String APPLICATION_ID = "applicationId";
    static final String SELLS_TO_VISITORS = "sellsToVisitors";
    static final String PAYMENT_GATEWAY = "hasPaymentGateway";
    static final String ACTIVITY = "activity";
    static final String POSTAL_VALIDATION = "postalValidation";
    static final String PLACEMENT_HELP = "placementHelp";
    static final String IDENTITY_FINDING = "identityFinding";
    static final String LICENCE_FINDING = "licenceFinding";
    static final String POLICE_FINDING = "policeFinding";
    static final String SEAL_ID = "sealId";

    private SealApplicationProcess() {
    }
}
