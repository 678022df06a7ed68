package org.namad.enforcement.process;

import java.util.Arrays;
import java.util.Locale;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** What an officer hands in with a user task of a case. */
record StaffWork(DelegateTask task) {

    /** The case that the task is about. */
    long caseId() {
        return (Long) task.getVariable(SealEnforcementProcess.ENFORCEMENT_ID);
    }

    /** Who completes the task: the user of this session, or where nobody has signed in, the one it is assigned to. */
    String officer() {
        Authentication session = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return session != null && session.getUserId() != null ? session.getUserId() : task.getAssignee();
    }

    /** @throws BadUserRequestException if the variable is none of the choices, written in lower case */
    <E extends Enum<E>> E choice(String variable, Class<E> choices) {
        String chosen = String.valueOf(task.getVariable(variable));
        return Arrays.stream(choices.getEnumConstants())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(chosen)).findFirst()
            .orElseThrow(() -> new BadUserRequestException("%s is one of %s in lower case, not %s"
                .formatted(variable, Arrays.toString(choices.getEnumConstants()), chosen)));
    }

    /** Takes a long text out of the process: it belongs in the case. Null if there is none. */
    String text(String variable) {
        String text = (String) task.getVariable(variable);
        task.removeVariable(variable);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
