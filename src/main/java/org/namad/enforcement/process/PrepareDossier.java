package org.namad.enforcement.process;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.ComplaintRecord;
import org.namad.enforcement.Dossier;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.engine.ModelledDeadline;
import org.namad.modelling.NeedsTimer;
import org.springframework.stereotype.Component;

/**
 * Takes the figures that the letter cites into the case, and until when the holder may reply, and writes the dossier
 * that goes with it (N10).
 */
@Component("prepareDossier")
@NeedsTimer(SealEnforcementProcess.Event_ReplyDeadlinePassed)
class PrepareDossier implements JavaDelegate {

    private final EnforcementCases cases;
    private final ComplaintRecord complaints;
    private final Dossier dossier;
    private final Clock clock;

    PrepareDossier(EnforcementCases cases, ComplaintRecord complaints, Dossier dossier, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.dossier = dossier;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnforcementCase enforcement = cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        Period window = Period.parse((String) execution.getVariable(SealEnforcementProcess.WINDOW));
        Instant replyDue = ModelledDeadline.after(clock.instant(), execution.getBpmnModelInstance(),
            SealEnforcementProcess.Event_ReplyDeadlinePassed);
        enforcement.writeLetter(complaints.standing(enforcement.seal().id(), window), replyDue);
        dossier.write(enforcement, UpdateDossier.since(execution, clock.instant()));
    }
}
