package org.namad.rehearsal;

/** A rehearsal cannot start, since another one is under way. */
public class AnotherRuns extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
