package org.namad.enforcement.process;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.calendar.NamadClock;
import org.namad.enforcement.Dossier;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.StatedGround;
import org.springframework.stereotype.Component;

/**
 * Writes the dossier anew, with the ground that has joined the case (N10). Where the seal is suspended already, what the
 * ground asks for joins the checklist.
 */
@Component("updateDossier")
class UpdateDossier implements JavaDelegate {

    private final EnforcementCases cases;
    private final Dossier dossier;
    private final Clock clock;

    UpdateDossier(EnforcementCases cases, Dossier dossier, Clock clock) {
        this.cases = cases;
        this.dossier = dossier;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnforcementCase enforcement = cases.get((Long) execution.getVariable(SealEnforcementProcess.ENFORCEMENT_ID));
        if (enforcement.status() == EnforcementCase.Status.SUSPENDED) {
            enforcement.extendChecklist(enforcement.grounds().stream().map(StatedGround::ground)
                .filter(ground -> enforcement.checklist().stream().noneMatch(item -> item.ground() == ground))
                .flatMap(ground -> SuspendSeal.lines(execution, ground)).toList());
        }
        dossier.write(enforcement, since(execution, clock.instant()));
    }

    /** From when on complaints are cited: the model names the period. */
    static Instant since(DelegateExecution execution, Instant now) {
        return ZonedDateTime.ofInstant(now, NamadClock.TEHRAN)
            .minus(Period.parse((String) execution.getVariable(SealEnforcementProcess.WINDOW))).toInstant();
    }
}
