package org.namad.amendment.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.AmendmentRegister;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.springframework.stereotype.Component;

/** Takes what an officer decided on a change, and why, into it; refuses what the form would not let through. */
@Component("recordAmendmentReview")
@WithForm("review-amendment")
class RecordAmendmentReview implements TaskListener {

    private final AmendmentRegister register;

    RecordAmendmentReview(AmendmentRegister register) {
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        Object verdict = task.getVariable(DataAmendmentProcess.AMENDMENT_VERDICT);
        boolean approved = DataAmendmentProcess.APPROVE.equals(verdict);
        if (!approved && !DataAmendmentProcess.REFUSE.equals(verdict)) {
            throw new BadUserRequestException("A change is approved or refused, not " + verdict);
        }
        StaffEntries entries = new StaffEntries(task);
        try {
            register.review(entries.id(DataAmendmentProcess.AMENDMENT_ID), approved,
                entries.text(DataAmendmentProcess.AMENDMENT_VERDICT_REASONS), entries.officer());
        } catch (AmendmentRefused taken) {
            throw new BadUserRequestException("The new site has got a seal, or an application for one, meanwhile", taken);
        }
    }
}
