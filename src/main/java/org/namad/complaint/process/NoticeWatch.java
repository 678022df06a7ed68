package org.namad.complaint.process;

import java.time.Clock;
import java.util.Optional;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.namad.casefile.CaseKey;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.Notice;
import org.namad.engine.CaseTasks;
import org.namad.notification.Mail;
import org.namad.notification.MailAccepted;
import org.namad.notification.MailRefused;
import org.namad.notification.Mails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what becomes of the mail that gives a business notice of a complaint (N7). */
@Component
class NoticeWatch {

    /** The mail that gives notice. */
    static final String TEMPLATE = "complaint-notice";

    private final Complaints complaints;
    private final ComplaintFlow flow;
    private final RuntimeService runtime;
    private final CaseTasks tasks;
    private final Mails mails;
    private final Clock clock;

    NoticeWatch(Complaints complaints, ComplaintFlow flow, RuntimeService runtime, CaseTasks tasks, Mails mails,
            Clock clock) {
        this.complaints = complaints;
        this.flow = flow;
        this.runtime = runtime;
        this.tasks = tasks;
        this.mails = mails;
        this.clock = clock;
    }

    /** A mail server took the notice: it is proven that the business could know. */
    @EventListener
    @Transactional
    public void accepted(MailAccepted mail) {
        awaited(mail.key(), mail.template())
            .ifPresent(complaint -> flow.knows(complaint, Notice.By.MAIL, mail.serverReply()));
    }

    /**
     * The notice does not reach the business by mail: staff must reach it another way, while the clock runs. A copy that
     * another of its people has got is notice enough.
     */
    @EventListener
    @Transactional
    public void refused(MailRefused mail) {
        Optional<Complaint> unproven = awaited(mail.key(), mail.template())
            .filter(complaint -> mails.of(mail.key()).stream().noneMatch(other -> isCopyThatArrived(other, mail)))
            .filter(complaint -> complaint.noticeRefused(mail.serverReply(), clock.instant()))
            .filter(complaint -> tasks.with(complaint.key(), ComplaintProcess.REACH_FORM).isEmpty());
        if (unproven.isPresent()) {
            try {
                runtime.createMessageCorrelation(ComplaintProcess.NOTICE_REFUSED)
                    .processInstanceBusinessKey(mail.key().toString()).correlate();
            } catch (MismatchingMessageCorrelationException movedOn) {
                // A model without this path: the deadline will ask for proof.
            }
        }
    }

    private static boolean isCopyThatArrived(Mail other, MailRefused refused) {
        return other.template().equals(TEMPLATE) && other.occurrence().equals(refused.occurrence())
            && !other.address().equals(refused.address()) && other.status() == Mail.Status.SENT;
    }

    private Optional<Complaint> awaited(CaseKey key, String template) {
        return Optional.of(key).filter(about -> about.kind().equals(Complaint.KIND) && template.equals(TEMPLATE))
            .flatMap(about -> complaints.findById(about.id()))
            .filter(complaint -> complaint.status() == ComplaintStatus.AWAITING_ANSWER
                || complaint.status() == ComplaintStatus.UNREACHED);
    }
}
