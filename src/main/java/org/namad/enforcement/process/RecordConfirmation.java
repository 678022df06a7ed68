package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCases;
import org.springframework.stereotype.Component;

/** Takes into the case whether the second person confirmed the decision; refuses what the form would not let through. */
@Component("recordConfirmation")
class RecordConfirmation implements TaskListener {

    /** What the second person can say; the names are those of the form's values. */
    private enum Confirmation { CONFIRM, RETURN }

    private final EnforcementCases cases;
    private final Clock clock;

    RecordConfirmation(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffWork work = new StaffWork(task);
        Confirmation confirmation = work.choice(SealEnforcementProcess.CONFIRMATION, Confirmation.class);
        cases.get(work.caseId()).confirm(confirmation == Confirmation.CONFIRM,
            work.text(SealEnforcementProcess.CONFIRMATION_NOTE), work.officer(), clock.instant());
    }
}
