package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Takes into the case whether the second person confirmed that a remedy does not save the seal, or why it is to be
 * checked anew; refuses what the form would not let through.
 */
@Component("recordRevocationConfirmation")
@WithForm("confirm-revocation")
class RecordRevocationConfirmation implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordRevocationConfirmation(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffEntries entries = new StaffEntries(task);
        Confirmation confirmation = entries.choice(SealEnforcementProcess.REVOCATION_CONFIRMATION, Confirmation.class);
        cases.get(entries.id(SealEnforcementProcess.ENFORCEMENT_ID)).confirmRevocation(
            confirmation == Confirmation.CONFIRM, entries.text(SealEnforcementProcess.REVOCATION_NOTE), entries.officer(), clock.instant());
    }
}
