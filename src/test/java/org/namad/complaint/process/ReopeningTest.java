package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NotAwaited;
import org.namad.complaint.Statement;

/** A closed complaint can be reopened, once and within the model's limit. */
class ReopeningTest extends ComplaintCase {

    @Test
    @DisplayName("Reopened after settlement: a fresh 96 hours with a notice of its own; the second answer stands beside the first; no second reopening")
    void afterSettlement() {
        desk.answer(complaint.id(), "نخست");
        desk.accept(complaint.id());
        travel.by(Duration.ofDays(10));
        assertThat(desk.options(complaint.id()).reopenUntil()).isEqualTo(timer(ComplaintProcess.Event_ReopeningOver));
        reopen();

        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(now().status()).isEqualTo(ComplaintStatus.AWAITING_ANSWER);
        assertThat(now().closedAt()).isNull();
        assertThat(now().answerDue()).isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed))
            .isAfter(clock.instant().plus(Duration.ofHours(95)));
        assertThat(mailbox.await(owner.email(), "complaint-notice", 2).text()).contains("به وعده عمل نکردند");

        travel.by(Duration.ofHours(5));
        desk.answer(complaint.id(), "دوم");
        assertThat(now().statements()).filteredOn(said -> said.kind() == Statement.Kind.ANSWER)
            .extracting(Statement::text).containsExactly("نخست", "دوم");
        desk.accept(complaint.id());
        travel.runDueJobs();
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ClosedForGood);
        assertThat(desk.options(complaint.id()).reopen()).isFalse();
        assertThatThrownBy(this::reopen).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("R2 Reopened after silence of the consumer; the business is silent too: a point for the reopened complaint")
    void afterSilence() {
        desk.answer(complaint.id(), "نخست");
        travel.by(Duration.ofDays(8));
        reopen();
        travel.by(Duration.ofHours(97));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(remindersSent()).isEqualTo(3);
    }

    @Test
    @DisplayName("Reopened at the very limit, the reopening first: it is taken and the timer finds nothing to do")
    void reopeningFirst() {
        Instant limit = closed();
        clock.moveTo(limit);
        reopen();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
    }

    @Test
    @DisplayName("Reopened at the very limit, the timer first: kindly refused")
    void timerFirst() {
        Instant limit = closed();
        travel.to(limit);
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintSettled);
        assertThatThrownBy(this::reopen).isInstanceOf(NotAwaited.class);
        assertThat(now().status()).isEqualTo(ComplaintStatus.SETTLED);
    }

    @Test
    @DisplayName("What is not closed with an answer cannot be reopened")
    void notClosed() {
        assertThatThrownBy(this::reopen).isInstanceOf(NotAwaited.class);
        dispute();
        assertThatThrownBy(this::reopen).isInstanceOf(NotAwaited.class);
    }

    private Instant closed() {
        desk.answer(complaint.id(), "نخست");
        desk.accept(complaint.id());
        travel.runDueJobs();
        return timer(ComplaintProcess.Event_ReopeningOver);
    }

    private void reopen() {
        desk.reopen(complaint.id(), "به وعده عمل نکردند", List.of());
        travel.runDueJobs();
    }
}
