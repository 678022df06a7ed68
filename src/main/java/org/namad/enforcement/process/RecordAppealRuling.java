package org.namad.enforcement.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.enforcement.Appeal;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCase.Status;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.ModelledDeadline;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/**
 * Takes the ruling on an appeal, and its reasons, into the case; refuses what the form would not let through. A holder
 * whose appeal against a suspension is rejected has the whole time for the remedy again.
 */
@Component("recordAppealRuling")
@WithForm("rule-on-appeal")
class RecordAppealRuling implements TaskListener {

    private final EnforcementCases cases;
    private final Clock clock;

    RecordAppealRuling(EnforcementCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StaffEntries entries = new StaffEntries(task);
        EnforcementCase enforcement = cases.get(entries.id(SealEnforcementProcess.ENFORCEMENT_ID));
        Appeal.Ruling ruling = entries.choice(SealEnforcementProcess.APPEAL_RULING, Appeal.Ruling.class);
        enforcement.ruleOnAppeal(ruling, entries.text(SealEnforcementProcess.APPEAL_REASONS), entries.officer(),
            clock.instant());
        if (ruling == Appeal.Ruling.REJECTED && enforcement.status() == Status.SUSPENDED) {
            ModelledDeadline.find(clock.instant(), task.getBpmnModelInstance(),
                SealEnforcementProcess.Event_RemedyDeadlinePassed).ifPresent(enforcement::awaitRemedyUntil);
        }
    }
}
