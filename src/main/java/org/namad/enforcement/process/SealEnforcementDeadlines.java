package org.namad.enforcement.process;

import org.namad.casefile.CaseKey;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.outage.DeadlineMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the deadlines that a case names the same as those of its timers when an outage has moved them (N7). */
@Component
class SealEnforcementDeadlines {

    private final EnforcementCases cases;

    SealEnforcementDeadlines(EnforcementCases cases) {
        this.cases = cases;
    }

    @EventListener
    void moved(DeadlineMoved event) {
        CaseKey key = event.key();
        if (!SealEnforcementProcess.KEY.equals(event.processKey()) || !EnforcementCase.KIND.equals(key.kind())) {
            return;
        }
        EnforcementCase enforcement = cases.get(key.id());
        switch (event.activityId()) {
            case SealEnforcementProcess.Event_ReplyDeadlinePassed -> enforcement.awaitReplyUntil(event.to());
            case SealEnforcementProcess.Event_RemedyDeadlinePassed -> enforcement.awaitRemedyUntil(event.to());
            case SealEnforcementProcess.Event_AppealTimePassed -> enforcement.awaitAppealUntil(event.to());
            default -> { }
        }
    }
}
