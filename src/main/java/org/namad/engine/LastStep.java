package org.namad.engine;

import java.util.Optional;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes for the length of a transaction which step of a process the engine did last in it. */
final class LastStep implements TransactionSynchronization {

    private String element;
    private boolean byItself;

    static void note(String element, boolean byItself) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            LastStep last = ofTransaction().orElseGet(() -> {
                LastStep first = new LastStep();
                TransactionSynchronizationManager.registerSynchronization(first);
                return first;
            });
            last.element = element;
            last.byItself = byItself;
        }
    }

    static Optional<LastStep> ofTransaction() {
        return !TransactionSynchronizationManager.isSynchronizationActive() ? Optional.empty()
            : TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(LastStep.class::isInstance).map(LastStep.class::cast).findFirst();
    }

    String element() {
        return element;
    }

    boolean byItself() {
        return byItself;
    }
}
