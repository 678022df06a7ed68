package org.namad.complaint.process;

import java.util.Arrays;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Reads what staff entered in a form, and refuses what the form would not have let through. */
final class Answers {

    private static final int LONGEST = 2000;

    private Answers() {
    }

    /** The value of {@code variable}, which must be one of {@code choices}. */
    static String oneOf(DelegateExecution execution, String variable, String... choices) {
        Object given = execution.getVariable(variable);
        if (given instanceof String choice && Arrays.asList(choices).contains(choice)) {
            return choice;
        }
        throw new BadUserRequestException(variable + " is one of " + String.join(", ", choices) + ", not " + given);
    }

    /** The text in {@code variable}, of up to 2000 characters. */
    static String text(DelegateExecution execution, String variable) {
        if (execution.getVariable(variable) instanceof String text && !text.isBlank()
                && text.strip().length() <= LONGEST) {
            return text.strip();
        }
        throw new BadUserRequestException(variable + " must be a text of up to " + LONGEST + " characters");
    }

    /** The text in {@code variable}, which the engine forgets: from now on the complaint keeps it. */
    static String taken(DelegateExecution execution, String variable) {
        String text = text(execution, variable);
        execution.removeVariable(variable);
        return text;
    }

    /** The staff member who completes the task, or null if none is signed in. */
    static String who(DelegateExecution execution) {
        Authentication staff = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return staff == null ? null : staff.getUserId();
    }
}
