package org.namad.complaint.process;

import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.namad.complaint.Complaint;
import org.namad.complaint.Complaints;
import org.namad.engine.CaseTasks;
import org.springframework.stereotype.Component;

/**
 * The deadline has passed: tells whether it is proven that the business knew (N7). If it is not, the clock stands still
 * while staff reach the business, unless they found out before that they cannot.
 */
@Component("checkNotice")
class CheckNotice implements JavaDelegate {

    private final Complaints complaints;
    private final CaseTasks caseTasks;
    private final Clock clock;

    CheckNotice(Complaints complaints, CaseTasks caseTasks, Clock clock) {
        this.complaints = complaints;
        this.caseTasks = caseTasks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.findById((Long) execution.getVariable(ComplaintProcess.COMPLAINT_ID))
            .orElseThrow();
        String notice = notice(complaint, execution);
        execution.setVariable(ComplaintProcess.NOTICE, notice);
        execution.setVariable(ComplaintProcess.DEADLINE_PASSED, true);
        if (ComplaintProcess.UNPROVEN.equals(notice) || ComplaintProcess.BEING_REACHED.equals(notice)) {
            complaint.noticeNotProven(clock.instant());
        }
    }

    private String notice(Complaint complaint, DelegateExecution execution) {
        if (complaint.notice().isProven()) {
            return ComplaintProcess.PROVEN;
        }
        if (ComplaintProcess.UNREACHABLE.equals(execution.getVariable(ComplaintProcess.CONTACT))) {
            return ComplaintProcess.UNREACHABLE;
        }
        return caseTasks.with(complaint.key(), ComplaintProcess.REACH_FORM).isEmpty()
            ? ComplaintProcess.UNPROVEN : ComplaintProcess.BEING_REACHED;
    }
}
