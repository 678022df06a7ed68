package org.namad.renewal.process;

import java.time.Clock;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.namad.engine.StaffEntries;
import org.namad.engine.WithForm;
import org.namad.renewal.Renewals;
import org.springframework.stereotype.Component;

/** Takes what an officer decided on a renewal, and why, into it; refuses what the form would not let through. */
@Component("recordRenewalReview")
@WithForm("review-renewal")
class RecordRenewalReview implements TaskListener {

    private final Renewals renewals;
    private final Clock clock;

    RecordRenewalReview(Renewals renewals, Clock clock) {
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Object review = task.getVariable(SealRenewalProcess.REVIEW);
        boolean approved = SealRenewalProcess.APPROVE.equals(review);
        if (!approved && !SealRenewalProcess.REFUSE.equals(review)) {
            throw new BadUserRequestException("A renewal is approved or refused, not " + review);
        }
        StaffEntries entries = new StaffEntries(task);
        renewals.get(entries.id(SealRenewalProcess.RENEWAL_ID)).review(approved,
            entries.text(SealRenewalProcess.REVIEW_REASONS), entries.officer(), clock.instant());
    }
}
