package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Measure;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/** Takes what an officer decided, and why, into the case; refuses what the form would not let through. */
@Component("recordDecision")
@WithForm("decide-on-seal")
class RecordDecision implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordDecision(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffEntries entries = new StaffEntries(task);
        cases.get(entries.id(SealEnforcementProcess.ENFORCEMENT_ID)).decide(
            entries.choice(SealEnforcementProcess.MEASURE, Measure.class),
            entries.text(SealEnforcementProcess.REASONS), entries.officer(), clock.instant());
    }
}
