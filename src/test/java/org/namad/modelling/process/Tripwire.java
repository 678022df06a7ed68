package org.namad.modelling.process;

import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** What code that somebody smuggles into a deployment runs: each run is counted, however it is reached. */
public class Tripwire implements ExecutionListener {

    /** An expression that needs nothing but method calls to get here. */
    static final String CALL = "''.getClass().forName('" + Tripwire.class.getName() + "').getMethod('trip').invoke(null)";

    private static final AtomicInteger TRIPPED = new AtomicInteger();

    /** Is told only to whoever makes one by its class's name. */
    public Tripwire() {
        trip();
    }

    /** Counts. */
    public static boolean trip() {
        return TRIPPED.incrementAndGet() > 0;
    }

    static int tripped() {
        return TRIPPED.get();
    }

    @Override
    public void notify(DelegateExecution execution) {
        trip();
    }
}
