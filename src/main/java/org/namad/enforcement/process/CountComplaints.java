package org.namad.enforcement.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Standing;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Ground;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.stereotype.Component;

/** Counts what the decision about the level looks at (R7, R8, R25). A revoked seal has nothing left to raise. */
@Component("countComplaints")
class CountComplaints implements JavaDelegate {

    private final ComplaintRecord complaints;
    private final EnforcementCases cases;
    private final SealRegister register;
    private final Clock clock;

    CountComplaints(ComplaintRecord complaints, EnforcementCases cases, SealRegister register, Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long sealId = (Long) execution.getVariable(EnforcementCheckProcess.SEAL_ID);
        int days = ((Number) execution.getVariable(EnforcementCheckProcess.WINDOW_DAYS)).intValue();
        Standing standing = complaints.standing(sealId, Period.ofDays(days));
        execution.setVariable(EnforcementCheckProcess.COMPLAINTS, standing.complaints());
        execution.setVariable(EnforcementCheckProcess.POINTS, standing.points());
        execution.setVariable(EnforcementCheckProcess.UNANSWERED, standing.unanswered());
        Instant since = clock.instant().minus(Duration.ofDays(days));
        execution.setVariable(EnforcementCheckProcess.ALREADY_RAISED, alreadyRaised(sealId, since));
        execution.setVariable(EnforcementCheckProcess.ANSWERS_RAISED,
            cases.stated(sealId, Ground.ANSWERS_LEFT_OUT, since));
    }

    private String alreadyRaised(long sealId, Instant since) {
        if (register.get(sealId).statusAt(clock.instant()) == SealStatus.REVOKED
                || cases.stated(sealId, Ground.WITHDRAWAL_LEVEL, since)) {
            return EnforcementCheckProcess.WITHDRAWAL;
        }
        return cases.stated(sealId, Ground.TOO_MANY_COMPLAINTS, since) ? EnforcementCheckProcess.CORRESPONDENCE
            : EnforcementCheckProcess.NONE;
    }
}
