package org.namad.engine;

/**
 * What must be done before {@link TimeTravel} lets time pass: work that runs beside the engine and takes moments in real
 * time would come days late if the clock ran ahead of it.
 */
public interface BeforeTimePasses {

    /** Does what is to be done now, and returns when it is done. */
    void finish();
}
