package org.namad.enforcement.process;

/** Elements and variables of {@code enforcement-check}. */
public final class EnforcementCheckProcess {

    public static final String KEY = "enforcement-check";

    public static final String Task_OpenEnforcement = "Task_OpenEnforcement";
    public static final String End_EnforcementOpen = "End_EnforcementOpen";
    public static final String End_NothingToEnforce = "End_NothingToEnforce";

    /** In: the seal that was complained about. */
    public static final String SEAL_ID = "sealId";
    /** Over how many days back complaints are counted (R7). */
    public static final String WINDOW_DAYS = "windowDays";
    /** Complaints in the window that were not dismissed. */
    public static final String COMPLAINTS = "complaints";
    /** Negative points in the window. */
    public static final String POINTS = "points";
    /** Complaints in the window that are unanswered to this day. */
    public static final String UNANSWERED = "unanswered";
    /** Whether a case was opened in the window because answers were left out. */
    public static final String ANSWERS_RAISED = "answersRaised";
    /** The highest level for which a case was opened in the window: a value of {@link #LEVEL}. */
    public static final String ALREADY_RAISED = "alreadyRaised";
    /** What the decision table says: one of the levels below. */
    public static final String LEVEL = "level";

    /** A {@link #LEVEL}: nothing to do. */
    public static final String NONE = "none";
    /** A {@link #LEVEL}: administrative correspondence starts (R7). */
    public static final String CORRESPONDENCE = "correspondence";
    /** A {@link #LEVEL}: the seal is to be taken away (R8). */
    public static final String WITHDRAWAL = "withdrawal";

    /** A {@link #LEVEL}: so many complaints are unanswered that this is a ground of its own (R25). */
    public static final String ANSWERS_LEFT_OUT = "answers";

    private EnforcementCheckProcess() {
    }
}
