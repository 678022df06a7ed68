package org.namad.complaint;

/** What somebody says about a complaint comes when nobody waits for it: it was said before, or the time is over. */
public class NotAwaited extends RuntimeException {

    public NotAwaited(long complaintId) {
        super("complaint " + complaintId + " does not wait for this");
    }
}
