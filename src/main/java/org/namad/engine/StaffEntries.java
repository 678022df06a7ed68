package org.namad.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** What an officer hands in with the form of a user task. */
public record StaffEntries(DelegateTask task) {

    /** The id that stands in the variable, such as that of the case that the task is about. */
    public long id(String variable) {
        return (Long) task.getVariable(variable);
    }

    /** Who completes the task: the user of this session, or where nobody has signed in, the one it is assigned to. */
    public String officer() {
        Authentication session = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return session != null && session.getUserId() != null ? session.getUserId() : task.getAssignee();
    }

    /** @throws BadUserRequestException if the variable is none of the choices, written in lower case */
    public <E extends Enum<E>> E choice(String variable, Class<E> choices) {
        String chosen = String.valueOf(task.getVariable(variable));
        return Arrays.stream(choices.getEnumConstants())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(chosen)).findFirst()
            .orElseThrow(() -> new BadUserRequestException("%s is one of %s in lower case, not %s"
                .formatted(variable, Arrays.toString(choices.getEnumConstants()), chosen)));
    }

    /** Takes a long text out of the process: it belongs in the case. Null if there is none. */
    public String text(String variable) {
        String text = (String) task.getVariable(variable);
        task.removeVariable(variable);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The ids that were ticked in a list of the form; none if nothing was. Forgotten in the process. */
    public Set<Long> ids(String variable) {
        Object ticked = task.getVariable(variable);
        task.removeVariable(variable);
        if (ticked == null) {
            return Set.of();
        }
        // A list from code; JSON from a form, whose text is a list too.
        String list = ticked instanceof Collection<?> ids ? ids.toString() : ticked.toString();
        try {
            return Arrays.stream(list.split("[^0-9]+")).filter(id -> !id.isEmpty()).map(Long::valueOf)
                .collect(Collectors.toSet());
        } catch (NumberFormatException tooLong) {
            throw new BadUserRequestException(variable + " is a list of ids, not " + ticked);
        }
    }
}
