package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Measure;
import org.springframework.stereotype.Component;

/** Takes what an officer decided, and why, into the case; refuses what the form would not let through. */
@Component("recordDecision")
class RecordDecision implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordDecision(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffWork work = new StaffWork(task);
        cases.get(work.caseId()).decide(work.choice(SealEnforcementProcess.MEASURE, Measure.class),
            work.text(SealEnforcementProcess.REASONS), work.officer(), clock.instant());
    }
}
