package org.namad.escalation.process;

/** Elements and variables of {@code overdue-sweep} that code and tests name. */
public final class OverdueSweepProcess {

    public static final String KEY = "overdue-sweep";

    public static final String StartEvent_EveryMorning = "StartEvent_EveryMorning";
    public static final String Task_RemindDoers = "Task_RemindDoers";
    public static final String Task_TellSupervisors = "Task_TellSupervisors";
    public static final String End_OverdueTasksEscalated = "End_OverdueTasksEscalated";

    /** Input: who is told, {@link org.namad.escalation.Escalation#DOERS} or a group of the staff. */
    public static final String AUDIENCE = "audience";
    /** Input: on which working day after the due date they are told; 0 as soon as the task is overdue. */
    public static final String WORKING_DAY = "workingDay";
    /** Input: the template of the mail. */
    public static final String TEMPLATE = "template";
    /** Input: of how many tasks at most they are told at once; the oldest go first. */
    public static final String BATCH = "batch";

    private OverdueSweepProcess() {
    }
}
