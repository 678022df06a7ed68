package org.namad.enforcement.process;

import java.time.Clock;
import java.util.Locale;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/** Takes into the case whether the second person confirmed the decision; refuses what the form would not let through. */
@Component("recordConfirmation")
@WithForm("confirm-decision")
class RecordConfirmation implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordConfirmation(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffEntries entries = new StaffEntries(task);
        Confirmation confirmation = entries.choice(SealEnforcementProcess.CONFIRMATION, Confirmation.class);
        EnforcementCase enforcement = cases.get(entries.id(SealEnforcementProcess.ENFORCEMENT_ID));
        enforcement.confirm(confirmation == Confirmation.CONFIRM,
            entries.text(SealEnforcementProcess.CONFIRMATION_NOTE), entries.officer(), clock.instant());
        // What is carried out is what was decided, whatever else came with the confirmation.
        task.setVariable(SealEnforcementProcess.MEASURE,
            enforcement.decision().orElseThrow().measure().name().toLowerCase(Locale.ROOT));
    }
}
