package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.TestData;
import org.namad.complaint.ClockStep;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NotAwaited;
import org.namad.party.Person;

/** Complaints that share an invoice or a payment (N16). */
class ScreeningTest extends ComplaintCase {

    /** The second person's complaint about the same invoice takes the place of the first one's. */
    @BeforeEach
    void shareInvoice() {
        consumer = data.person();
        complaint = desk.register(wish(consumer, "f-1", null));
        process = process(complaint);
        travel.runDueJobs();
    }

    @Test
    @DisplayName("N16 A complaint with another person's invoice is set aside: no clock runs, and the consumer is told so")
    void setAside() {
        assertThat(process).isWaitingAt(ComplaintProcess.Task_ScreenComplaint);
        assertThat(now().status()).isEqualTo(ComplaintStatus.SET_ASIDE);
        assertThat(now().answerDue()).isNull();
        assertThat(caseFiles.facts(complaint.key(), Locale.ENGLISH).get("clock")).contains("no clock runs");
        assertThat(mailbox.await(consumer.email(), "complaint-set-aside").text()).contains(TestData.persian(complaint.tracking()));
        assertThat(tasks.getVariablesLocal(task(ComplaintProcess.Task_ScreenComplaint).getId()).get("sharedWith").toString())
            .contains("F-1");
        assertThat(desk.options(complaint.id()).answer()).isFalse();
        assertThatThrownBy(() -> desk.answer(complaint.id(), "پاسخ")).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("N16, R1 Admitted: the 96 hours start at admission, and only now the business is told")
    void admitted() {
        travel.by(Duration.ofHours(30));
        Instant admission = clock.instant();
        complete("officer-a", ComplaintProcess.Task_ScreenComplaint, Map.of(ComplaintProcess.SCREENING,
            ComplaintProcess.ADMIT, ComplaintProcess.SCREENING_REASONS, "خرید جداگانه‌ای است"));

        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(now().answerDue()).isBetween(later(admission, 96).minusSeconds(1), later(clock.instant(), 96))
            .isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed));
        assertThat(now().clock().steps()).extracting(ClockStep::kind).containsExactly(ClockStep.Kind.SET_ASIDE,
            ClockStep.Kind.ADMITTED, ClockStep.Kind.START);
        assertThat(now().clock().steps().get(1).who()).isEqualTo("officer-a");
        mailbox.await(consumer.email(), "complaint-receipt");
        mailbox.await(owner.email(), "complaint-notice", 2);

        travel.by(Duration.ofHours(10));
        desk.answer(complaint.id(), "فرستاده شد");
        assertThat(now().answerDelay()).isCloseTo(Duration.ofHours(10), Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("N16 Rejected: the consumer is told why, and the complaint counts for nothing")
    void rejected() {
        complete("officer-a", ComplaintProcess.Task_ScreenComplaint, Map.of(ComplaintProcess.SCREENING,
            ComplaintProcess.REJECT, ComplaintProcess.SCREENING_REASONS, "تکرار شکایت دیگری است"));

        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ScreenedOut);
        assertThat(now().status()).isEqualTo(ComplaintStatus.SCREENED_OUT);
        assertThat(mailbox.await(consumer.email(), "complaint-screened-out").text()).contains("تکرار شکایت دیگری است");
        assertThat(record.standing(seal.id(), Period.ofDays(30)).complaints()).isEqualTo(1);
    }

    @Test
    @DisplayName("N16 Nobody screens it for five days: it is admitted by itself")
    void unscreened() {
        travel.by(Duration.ofDays(5).plusMinutes(1));
        assertThat(process).hasPassed(ComplaintProcess.Task_AdmitUnscreened)
            .isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(now().status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
    }

    @Test
    @DisplayName("N16 The same payment reference is shared too; the same person's next complaint is not")
    void payment() {
        Person third = data.person();
        desk.register(wish(third, "F-77", "780001"));
        assertThat(desk.register(wish(data.person(), "F-78", "780001")).status()).isEqualTo(ComplaintStatus.SET_ASIDE);
        assertThat(desk.register(wish(data.person(), "F-79", "780002")).status())
            .isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        travel.by(Duration.ofHours(25));
        assertThat(desk.register(wish(third, "F-77", null)).status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
    }
}
