package org.namad.renewal.process;

/** Elements and variables of {@code renewal-sweep} that code and tests name. */
public final class RenewalSweepProcess {

    public static final String KEY = "renewal-sweep";

    public static final String StartEvent_EveryMorning = "StartEvent_EveryMorning";
    public static final String End_RenewalsOpened = "End_RenewalsOpened";

    /** Input: how long before the end of the term a renewal is opened, as an ISO period. */
    public static final String WITHIN = "within";
    /** Input: how many renewals one transaction opens. */
    public static final String BATCH = "batch";
    /** Whether the batch was full, so that there may be more. */
    public static final String MORE_DUE = "moreDue";

    private RenewalSweepProcess() {
    }
}
