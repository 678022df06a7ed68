package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.ClockStep;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Notice;

/** A point needs proof that the business knew (N7). */
class NoticeTest extends ComplaintCase {

    @Test
    @DisplayName("N7 The mail server took the notice: the silence costs a point, which cites that proof")
    void mailAccepted() {
        travel.by(Duration.ofHours(97));
        assertThat(now().notice().by()).isEqualTo(Notice.By.MAIL);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.entriesOf(seal.id())).singleElement()
            .satisfies(point -> assertThat(point.proof()).contains("250"));
    }

    @Test
    @DisplayName("N7 The notice comes back: staff are asked at once while the clock runs, and the clock says so")
    void bounced() {
        mailDelivered();
        bounce();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint, ComplaintProcess.Task_ReachBusiness);
        assertThat(now().clock().steps()).last().returns(ClockStep.Kind.NOTICE_REFUSED, ClockStep::kind)
            .returns(complaint.answerDue(), ClockStep::due);
        bounce();
        assertThat(task(ComplaintProcess.Task_ReachBusiness)).as("asked once").isNotNull();
    }

    @Test
    @DisplayName("N7 Reached another way: a fresh 96 hours and a new notice; from now on silence costs a point")
    void reached() {
        mailDelivered();
        bounce();
        travel.by(Duration.ofHours(50));
        reach(ComplaintProcess.REACHED);

        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint)
            .hasPassed(ComplaintProcess.End_BusinessReached);
        assertThat(task(ComplaintProcess.Task_ReachBusiness)).isNull();
        assertThat(now().answerDue()).isBetween(later(clock.instant(), 96).minusSeconds(60), later(clock.instant(), 96))
            .isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed));
        mailbox.await(owner.email(), "complaint-notice", 2);
        assertThat(now().notice().by()).isEqualTo(Notice.By.STAFF);

        travel.by(Duration.ofHours(97));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(remindersSent()).as("one of the first round, three of the second").isEqualTo(1 + 3);
    }

    @Test
    @DisplayName("N7 Known to be unreachable: the clock runs on, and at its end there is no point; the consumer is told")
    void unreachable() {
        mailDelivered();
        bounce();
        reach(ComplaintProcess.UNREACHABLE);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint)
            .hasPassed(ComplaintProcess.End_ClockRunsOn);

        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate)
            .hasNotPassed(ComplaintProcess.Task_AddPointForSilence);
        assertThat(now().status()).isEqualTo(ComplaintStatus.OVERDUE);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(mailbox.await(consumer.email(), "complaint-unanswered").text()).contains("امتیاز منفی ثبت نشد");
    }

    @Test
    @DisplayName("N7 The deadline passes while staff still try: no point, no time passes, until they give up")
    void deadlineWhileReaching() {
        mailDelivered();
        bounce();
        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_ReachBusiness)
            .hasPassed(ComplaintProcess.End_StaffAreReaching);
        assertThat(now().status()).isEqualTo(ComplaintStatus.UNREACHED);
        assertThat(now().answerDue()).isNull();
        assertThat(remindersSent()).isEqualTo(3);

        reach(ComplaintProcess.UNREACHABLE);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate)
            .hasPassed(ComplaintProcess.End_BusinessUnreachable);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(mailbox.await(owner.email(), "complaint-point").text()).contains("امتیاز منفی ثبت نشد");
    }

    @Test
    @DisplayName("N7 No mail ever left: the deadline alone asks for proof, and staff reach the business")
    void neverSent() {
        Instant due = complaint.answerDue();
        clock.moveTo(due);
        management.executeJob(management.createJobQuery().processInstanceId(process.getId())
            .activityId(ComplaintProcess.Event_AnswerDeadlinePassed).singleResult().getId());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_ReachBusiness)
            .hasNotPassed(ComplaintProcess.End_StaffAreReaching);
        assertThat(now().status()).isEqualTo(ComplaintStatus.UNREACHED);
    }

    @Test
    @DisplayName("N7 The business opens the complaint after its notice failed: staff need not reach it, the clock starts anew")
    void openedWhileReaching() {
        mailDelivered();
        bounce();
        travel.to(complaint.answerDue());
        desk.opened(complaint.id());
        travel.runDueJobs();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(task(ComplaintProcess.Task_ReachBusiness)).isNull();
        assertThat(now().status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        assertThat(now().notice().by()).isEqualTo(Notice.By.OPENING);
        assertThat(now().answerDue()).isAfter(clock.instant().plus(Duration.ofHours(95)));
        bounce();
        assertThat(task(ComplaintProcess.Task_ReachBusiness)).as("whoever opened it knows").isNull();
    }

    @Test
    @DisplayName("N7, R1 An answer while staff still try is taken, and in time")
    void answeredWhileReaching() {
        mailDelivered();
        bounce();
        travel.to(complaint.answerDue());
        assertThat(desk.answer(complaint.id(), "تازه دیدیم").answeredLate()).isFalse();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_GiveVerdict);
        travel.runDueJobs();
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(task(ComplaintProcess.Task_ReachBusiness)).isNull();
    }

    @Test
    @DisplayName("N7 Opened in time: proof, though the clock runs on as it was")
    void opened() {
        desk.opened(complaint.id());
        desk.opened(complaint.id());
        assertThat(now().notice().by()).isEqualTo(Notice.By.OPENING);
        assertThat(now().answerDue()).isEqualTo(complaint.answerDue());
    }

    /** The notice left and was taken, as the mail log tells a moment later. */
    private void mailDelivered() {
        travel.by(Duration.ofMinutes(1));
        assertThat(now().notice().isProven()).isTrue();
    }

    private void reach(String outcome) {
        complete("officer-a", ComplaintProcess.Task_ReachBusiness, Map.of(ComplaintProcess.CONTACT, outcome,
            ComplaintProcess.CONTACT_NOTE, "تلفنی با مدیر فروشگاه"));
    }
}
