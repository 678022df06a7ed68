package org.namad.engine;

import java.sql.SQLException;
import java.util.function.Supplier;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what a person asks for in one transaction. Where that collides with another transaction, a timer that fires at
 * the same moment for example, it is run afresh and sees what the other one has done.
 */
@Component
public class UserCommands {

    private static final int TRIES = 3;

    private final TransactionTemplate transaction;

    UserCommands(PlatformTransactionManager transactionManager) {
        transaction = new TransactionTemplate(transactionManager);
    }

    /** Returns what {@code command} returns; it may be run up to three times, each time in a transaction of its own. */
    public <T> T run(Supplier<T> command) {
        // Within somebody else's transaction there is no second try: only its owner can start afresh.
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> command.get());
            } catch (RuntimeException failure) {
                if (attempt == tries || !isCollision(failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Whether {@code failure} is a lost race or a deadlock; the engine wraps the latter without naming it, and where
     * another transaction ends a step between two of its own reads it fails for want of that step, by a message or without.
     */
    static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("40") || isMissingInEngine(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissingInEngine(Throwable cause) {
        return cause instanceof NullValueException
            || cause instanceof NullPointerException && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.impl.");
    }
}
