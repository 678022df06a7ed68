package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.TestData;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NotAwaited;
import org.namad.conduct.PointEntry;

class ComplaintProcessTest extends ComplaintCase {

    @Test
    @DisplayName("R1 The 96 hours run from registration; consumer, business and staff are told the timer's own instant")
    void clockStartsAtRegistration() {
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(complaint.answerDue())
            .isCloseTo(complaint.registeredAt().plus(96, ChronoUnit.HOURS), within(5, ChronoUnit.SECONDS));
        assertThat(task(ComplaintProcess.Task_AnswerComplaint).getDueDate().toInstant()).isEqualTo(complaint.answerDue());

        travel.runDueJobs();

        String notice = mailbox.await(owner.email(), "complaint-notice").text();
        for (Locale language : List.of(Locale.forLanguageTag("fa"), Locale.ENGLISH)) {
            assertThat(notice).contains(dates.dateTime(complaint.answerDue(), language));
        }
        assertThat(mailbox.await(consumer.email(), "complaint-receipt").text()).contains(TestData.persian(complaint.tracking()));
        assertThat(process).hasPassed(ComplaintProcess.Call_CheckEnforcement, ComplaintProcess.End_ComplaintCounted)
            .isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
    }

    @Test
    @DisplayName("R1 96 hours are told as 96, though the database keeps timers to the second only")
    void wholeHours() {
        assertThat(complaint.answerDue()).isEqualTo(complaint.answerDue().truncatedTo(ChronoUnit.SECONDS));
        assertThat(caseFiles.facts(complaint.key(), Locale.ENGLISH)).containsEntry("answerHours", "96");
    }

    @Test
    @DisplayName("R1 The business is reminded after 24, 72 and 90 hours")
    void reminders() {
        travel.by(Duration.ofHours(24));
        assertThat(remindersSent()).isEqualTo(1);
        travel.by(Duration.ofHours(47));
        assertThat(remindersSent()).isEqualTo(1);
        travel.by(Duration.ofHours(1));
        assertThat(remindersSent()).isEqualTo(2);
        travel.by(Duration.ofHours(18));
        assertThat(remindersSent()).isEqualTo(3);
        assertThat(mailbox.await(owner.email(), "complaint-reminder", 3).text()).contains("ساعت");
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(ledger.points(seal.id())).isZero();
    }

    @Test
    @DisplayName("R1 After the answer nobody is reminded and no point is given")
    void noReminderAfterAnswer() {
        travel.by(Duration.ofHours(30));
        desk.answer(complaint.id(), "فردا می‌رسد");
        travel.by(Duration.ofHours(100));
        assertThat(remindersSent()).isEqualTo(1);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_GiveVerdict)
            .hasNotPassed(ComplaintProcess.Task_MarkUnanswered);
        assertThat(ledger.points(seal.id())).isZero();
    }

    @Test
    @DisplayName("R1, R3 Answered in time and accepted: settled, without a point")
    void accepted() {
        travel.by(Duration.ofHours(10));
        Complaint answered = desk.answer(complaint.id(), "فرستاده شد");
        travel.runDueJobs();

        assertThat(answered.answeredLate()).isFalse();
        assertThat(answered.verdictDue()).isCloseTo(clock.instant().plus(7, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(consumer.email(), "complaint-answered").text()).contains("فرستاده شد");

        desk.accept(complaint.id());
        travel.runDueJobs();

        assertThat(process).hasPassed(ComplaintProcess.End_AnswerPassedOn)
            .hasNotPassed(ComplaintProcess.End_ComplaintSettled);
        assertThat(now().status()).isEqualTo(ComplaintStatus.SETTLED);
        mailbox.await(owner.email(), "complaint-closed");
        mailbox.await(consumer.email(), "complaint-closed-consumer");
        assertThat(record.indicators(seal.id()).meanDelay()).isCloseTo(Duration.ofHours(10), Duration.ofMinutes(1));
        assertThat(ledger.points(seal.id())).isZero();
    }

    @Test
    @DisplayName("R1 Answered, and the consumer says nothing for seven days: closed without verdict")
    void silentConsumer() {
        desk.answer(complaint.id(), "فرستاده شد");
        travel.by(Duration.ofDays(7).plusMinutes(1));

        assertThat(now().status()).isEqualTo(ComplaintStatus.CLOSED_WITHOUT_VERDICT);
        mailbox.await(owner.email(), "complaint-closed");
        assertThatThrownBy(() -> desk.accept(complaint.id())).isInstanceOf(NotAwaited.class);
        travel.by(Duration.ofDays(30));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintSettled);
    }

    @Test
    @DisplayName("R2 Disputed and upheld: one negative point, both sides are told, enforcement is checked")
    void upheld() {
        dispute();
        rule(ComplaintProcess.UPHELD);

        assertThat(process).hasPassed(ComplaintProcess.Task_AddPointForRuling, ComplaintProcess.Call_CheckAfterRuling,
            ComplaintProcess.End_RulingTold).isWaitingAt(ComplaintProcess.Call_AppealRuling);
        assertThat(now().status()).isEqualTo(ComplaintStatus.UPHELD);
        assertThat(ledger.entriesOf(seal.id())).singleElement().satisfies(entry -> {
            assertThat(entry.complaintId()).isEqualTo(complaint.id());
            assertThat(entry.ground()).isEqualTo(PointEntry.Ground.UPHELD);
        });
        mailbox.await(owner.email(), "complaint-ruled-business");
        assertThat(mailbox.await(consumer.email(), "complaint-ruled-consumer").text()).contains("مدارک کافی است");

        travel.by(Duration.ofDays(10).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintUpheld);
    }

    @Test
    @DisplayName("R7 Disputed and dismissed: no point, and the complaint counts for nothing")
    void dismissed() {
        dispute();
        rule(ComplaintProcess.DISMISSED);

        travel.by(Duration.ofDays(10).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintDismissed)
            .hasNotPassed(ComplaintProcess.Task_AddPointForRuling);
        assertThat(now().status()).isEqualTo(ComplaintStatus.DISMISSED);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(record.standing(seal.id(), Period.ofDays(30)).complaints()).isZero();
        mailbox.await(owner.email(), "complaint-ruled-business");
        mailbox.await(consumer.email(), "complaint-ruled-consumer");
    }

    @Test
    @DisplayName("A ruling needs reasons and is upheld or dismissed; otherwise the task stays as it was")
    void rulingIsChecked() {
        dispute();
        String taskId = task(ComplaintProcess.Task_RuleOnComplaint).getId();
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of(ComplaintProcess.RULING, "maybe", ComplaintProcess.RULING_REASONS, "…"),
                Map.of(ComplaintProcess.RULING, ComplaintProcess.UPHELD, ComplaintProcess.RULING_REASONS, " "))) {
            assertThatThrownBy(() -> tasks.complete(taskId, bad)).isInstanceOf(RuntimeException.class);
        }
        assertThat(process).isWaitingAt(ComplaintProcess.Task_RuleOnComplaint);
        assertThat(now().status()).isEqualTo(ComplaintStatus.DISPUTED);
        assertThat(tasks.getVariablesLocal(taskId)).containsEntry("objection", "هنوز نرسیده")
            .containsEntry("tracking", TestData.persian(complaint.tracking())).doesNotContainKeys("answerLink", "complaintLink");
    }

    @Test
    @DisplayName("R2, R3 96 hours of silence: a point; the late answer is taken, its delay counts, the point stays")
    void lateAnswer() {
        travel.by(Duration.ofHours(97));

        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate)
            .hasPassed(ComplaintProcess.Task_MarkUnanswered, ComplaintProcess.Call_CheckAfterSilence,
                ComplaintProcess.End_SilenceCounted);
        assertThat(record.indicators(seal.id()).unanswered()).isEqualTo(1);
        assertThat(ledger.entriesOf(seal.id())).singleElement()
            .satisfies(entry -> assertThat(entry.ground()).isEqualTo(PointEntry.Ground.UNANSWERED));
        mailbox.await(consumer.email(), "complaint-unanswered");
        mailbox.await(owner.email(), "complaint-point");

        travel.by(Duration.ofHours(23));
        assertThat(desk.answer(complaint.id(), "ببخشید").answeredLate()).isTrue();
        desk.accept(complaint.id());
        travel.runDueJobs();

        travel.by(Duration.ofDays(31));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintSettled,
            ComplaintProcess.End_SilenceAppealOver);
        var indicators = record.indicators(seal.id());
        assertThat(indicators.unanswered()).isZero();
        assertThat(indicators.meanDelay()).isCloseTo(Duration.ofHours(120), Duration.ofMinutes(1));
        assertThat(indicators.points()).isEqualTo(1);
    }

    @Test
    @DisplayName("R2 A complaint left unanswered, then answered late and upheld, costs one point, not two")
    void onePointPerComplaint() {
        travel.by(Duration.ofHours(97));
        dispute();
        rule(ComplaintProcess.UPHELD);

        assertThat(process).hasPassed(ComplaintProcess.Task_AddPointForRuling);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(record.standing(seal.id(), Period.ofDays(30)))
            .returns(1, standing -> standing.upheld()).returns(1, standing -> standing.points())
            .returns(complaint.registeredAt(), standing -> standing.lastBlocking());
    }

    @Test
    @DisplayName("R2 Never answered: closed as unanswered after 60 more days; the consumer is told")
    void neverAnswered() {
        travel.by(Duration.ofHours(96).plusDays(60).plusMinutes(1));

        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ClosedUnanswered);
        assertThat(now().status()).isEqualTo(ComplaintStatus.CLOSED_UNANSWERED);
        assertThat(record.indicators(seal.id()).unanswered()).isEqualTo(1);
        mailbox.await(consumer.email(), "complaint-never-answered");
        assertThatThrownBy(() -> desk.answer(complaint.id(), "دیر شد")).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("R1 At the very deadline, the answer first: it is in time and the timer finds nothing to do")
    void answerJustBeforeTimer() {
        clock.moveTo(complaint.answerDue());
        assertThat(desk.answer(complaint.id(), "در آخرین لحظه").answeredLate()).isFalse();
        travel.runDueJobs();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_GiveVerdict);
        assertThat(ledger.points(seal.id())).isZero();
    }

    @Test
    @DisplayName("R1 At the very deadline, the timer first: the answer is taken as a late one")
    void timerJustBeforeAnswer() {
        travel.to(complaint.answerDue());
        assertThat(desk.answer(complaint.id(), "در آخرین لحظه").answeredLate()).isTrue();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_GiveVerdict);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("An answer given twice is taken once")
    void answeredTwice() {
        desk.answer(complaint.id(), "نخست");
        assertThatThrownBy(() -> desk.answer(complaint.id(), "دوم")).isInstanceOf(NotAwaited.class);
        assertThat(now().answer()).isEqualTo("نخست");
    }
}
