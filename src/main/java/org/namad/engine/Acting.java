package org.namad.engine;

import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who and which step of which process is at work in this thread and transaction. */
@Component
public class Acting {

    private final IdentityService identities;

    Acting(IdentityService identities) {
        this.identities = identities;
    }

    /** The staff member for whom the engine works. */
    public Optional<String> staff() {
        return Optional.ofNullable(identities.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /** The step that the engine did last in this transaction, as {@code complaint:3/Task_MarkUnanswered}. */
    public Optional<String> element() {
        return LastStep.ofTransaction().map(LastStep::element);
    }

    /** Whether the engine works by itself, since a timer fired for example, whoever may have set the clock. */
    public boolean isByItself() {
        return LastStep.ofTransaction().filter(LastStep::byItself).isPresent();
    }
}
