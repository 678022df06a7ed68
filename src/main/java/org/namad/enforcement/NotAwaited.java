package org.namad.enforcement;

/** What a holder says in a case comes when nobody waits for it: it was said before, or the time is over. */
public class NotAwaited extends RuntimeException {

    public NotAwaited(long caseId) {
        super("enforcement case " + caseId + " does not wait for this");
    }
}
