package org.namad.oversight;

import java.time.Instant;
import java.util.List;

/** Steps of cases that failed, and their second chance. */
public interface Failures {

    /** How many steps are tried again with one click. */
    int AT_ONCE = 500;

    /** What kind of thing a step failed on. */
    enum Kind {
        /** A registry, the payment gateway or another system outside did not answer, or refused. */
        OUTSIDE,
        /** The model asks for something that is not there: its owner must mend it. */
        MODEL,
        /** The database did not take it. */
        DATABASE,
        /** Anything else. */
        UNKNOWN
    }

    /**
     * Cases that stand still since the same step of the same model failed in the same way.
     *
     * @param incident one of the incidents, which stands for all
     * @param process  what the model is called
     * @param element  what the step is called
     * @param message  what the step said; null if it said nothing
     * @param count    how many cases
     * @param since    when the first one failed
     * @param cases    the first of them
     */
    record Cause(String incident, String process, String element, Kind kind, String message, long count, Instant since,
            List<Stopped> cases) {
    }

    /**
     * A case that stands still.
     *
     * @param incident names what happened to it in the engine
     * @param caseKey  such as {@code complaint-17}; null if the process is about no case
     */
    record Stopped(String incident, String caseKey, Instant since) {
    }

    /**
     * A step that failed and will be tried again by itself.
     *
     * @param code the model's key and the element's id
     * @param next when the first of the jobs is tried next
     */
    record Failing(String code, String process, String element, String message, long jobs, Instant next) {
    }

    /** What has failed for good, the most cases first. */
    List<Cause> causes();

    /** What has failed and is tried again by itself. */
    List<Failing> failing();

    /**
     * Lets the engine try the step again at once (a timer at its time), in the name and with the rights of
     * {@code staffId}.
     *
     * @return how many steps are tried again: none if the incident is over already
     * @throws RetryRefused if that person may not
     */
    int retry(String incident, String staffId);

    /** The same for the incidents with the same cause, {@value #AT_ONCE} at a time. */
    int retryAlike(String incident, String staffId);
}
