package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Remedy;
import org.namad.engine.ModelledDeadline;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Takes what an officer makes of a remedy, and why, into the case; refuses what the form would not let through. Where it
 * does not suffice, the time for it starts again.
 */
@Component("recordRemedyCheck")
@WithForm("check-remedy")
class RecordRemedyCheck implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordRemedyCheck(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffEntries entries = new StaffEntries(task);
        EnforcementCase enforcement = cases.get(entries.id(SealEnforcementProcess.ENFORCEMENT_ID));
        Remedy.Verdict verdict = entries.choice(SealEnforcementProcess.REMEDY_VERDICT, Remedy.Verdict.class);
        enforcement.checkRemedy(verdict, entries.ids(SealEnforcementProcess.ITEMS_IN_ORDER),
            entries.text(SealEnforcementProcess.REMEDY_REASONS), entries.officer(), clock.instant());
        if (verdict == Remedy.Verdict.INSUFFICIENT) {
            ModelledDeadline.find(clock.instant(), task.getBpmnModelInstance(),
                SealEnforcementProcess.Event_RemedyDeadlinePassed).ifPresent(enforcement::awaitRemedyUntil);
        }
    }
}
