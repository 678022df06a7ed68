package org.namad.complaint.process;

import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.namad.complaint.Windows;

/** Elements and variables of {@code complaint-appeal} that code and tests name. */
public final class ComplaintAppealProcess {

    public static final String KEY = "complaint-appeal";

    public static final String Gateway_AppealAwaited = "Gateway_AppealAwaited";
    public static final String Task_TellOtherSide = "Task_TellOtherSide";
    public static final String Task_RuleOnAppeal = "Task_RuleOnAppeal";
    public static final String Task_TakePointBack = "Task_TakePointBack";
    public static final String Task_AddPoint = "Task_AddPoint";
    public static final String Call_CheckAfterAppeal = "Call_CheckAfterAppeal";
    public static final String End_NotAppealed = "End_NotAppealed";
    public static final String End_AppealOver = "End_AppealOver";

    /** Message: a side appeals. */
    public static final String APPEAL_LODGED = "AppealLodged";
    /** What is appealed against: {@link #AGAINST_RULING} or {@link #AGAINST_SILENCE}. */
    public static final String APPEAL_SUBJECT = "appealSubject";
    /** The side that appeals, the name of an {@link org.namad.complaint.Side}. */
    public static final String APPELLANT = "appellant";
    /** What staff decide: {@link #CONFIRM} or {@link #CHANGE}. */
    public static final String APPEAL_RULING = "appealRuling";
    /** Why staff decide so. */
    public static final String APPEAL_REASONS = "appealReasons";
    /** What becomes of the point: {@link #REVERSE}, {@link #ADD} or {@link #KEEP}. */
    public static final String POINT = "point";
    /** Whether a point that is taken back is due again, for a ruling that upholds the complaint; a Boolean. */
    public static final String DUE_FOR_RULING = "dueForRuling";
    /** Whether the other side may appeal in its turn, a Boolean. */
    public static final String APPEALABLE = "appealable";

    /** An {@link #APPEAL_SUBJECT}: the ruling. */
    public static final String AGAINST_RULING = "ruling";
    /** An {@link #APPEAL_SUBJECT}: the point for silence. */
    public static final String AGAINST_SILENCE = "silence";
    /** An {@link #APPEAL_RULING}: what was decided stands. */
    public static final String CONFIRM = "confirm";
    /** An {@link #APPEAL_RULING}: what was decided is turned round. */
    public static final String CHANGE = "change";
    /** A {@link #POINT}: the standing point is taken back. */
    public static final String REVERSE = "reverse";
    /** A {@link #POINT}: a point is entered. */
    public static final String ADD = "add";
    /** A {@link #POINT}: nothing changes. */
    public static final String KEEP = "keep";

    private ComplaintAppealProcess() {
    }

    /** {@code windows} with {@code until} as the end of the time for the appeal that {@code execution} is about. */
    static Windows window(DelegateExecution execution, Windows windows, Instant until) {
        return AGAINST_RULING.equals(execution.getVariable(APPEAL_SUBJECT)) ? windows.appealRuling(until)
            : windows.appealSilence(until);
    }
}
