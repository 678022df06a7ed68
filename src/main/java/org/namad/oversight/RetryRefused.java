package org.namad.oversight;

/** The engine does not let this person try failed steps again. */
public class RetryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the engine said */
    public RetryRefused(Throwable cause) {
        super(cause);
    }
}
