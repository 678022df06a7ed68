package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.ClockStep;
import org.namad.complaint.NotAwaited;

/** More time to answer, asked for once and decided by staff before the deadline. */
class ExtensionTest extends ComplaintCase {

    @Test
    @DisplayName("N5 Granted: deadline and pending reminders move by the model's two days; both sides read the same arithmetic")
    void granted() {
        travel.by(Duration.ofHours(30));
        Instant second = timer(ComplaintProcess.Event_SecondReminderDue);
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        decide(ComplaintProcess.GRANT);

        Instant due = later(complaint.answerDue(), 48);
        assertThat(now().answerDue()).isEqualTo(due).isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed))
            .isEqualTo(task(ComplaintProcess.Task_AnswerComplaint).getDueDate().toInstant());
        assertThat(timer(ComplaintProcess.Event_SecondReminderDue)).isEqualTo(later(second, 48));
        assertThat(now().clock().steps()).extracting(ClockStep::kind)
            .containsExactly(ClockStep.Kind.START, ClockStep.Kind.EXTENSION);
        assertThat(now().clock().steps().get(1)).returns("PT48H", ClockStep::duration)
            .returns("officer-a", ClockStep::who).returns("دلیل پذیرفتنی است", ClockStep::reason);
        assertThat(now().clock().due()).isEqualTo(due);
        String clockText = caseFiles.facts(complaint.key(), Locale.forLanguageTag("fa")).get("clock");
        for (String line : clockText.split("\n")) {
            assertThat(mailbox.await(owner.email(), "complaint-extended").text()).contains(line);
            assertThat(mailbox.await(consumer.email(), "complaint-extended").text()).contains(line);
        }
        assertThat(clockText).contains(dates.dateTime(due, Locale.ENGLISH),
            dates.dateTime(due, Locale.forLanguageTag("fa")));

        travel.by(Duration.ofHours(112));
        assertThat(remindersSent()).as("none twice").isEqualTo(3);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        travel.to(due);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
    }

    @Test
    @DisplayName("Refused: the deadline stays, the business is told why, and cannot ask again")
    void refused() {
        desk.requestExtension(complaint.id(), "وقت نداریم");
        assertThat(tasks.getVariablesLocal(task(ComplaintProcess.Task_DecideOnExtension).getId()))
            .containsEntry("extensionRequest", "وقت نداریم");
        decide(ComplaintProcess.REFUSE);
        assertThat(process).hasPassed(ComplaintProcess.End_ExtensionRefused)
            .isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(now().answerDue()).isEqualTo(complaint.answerDue());
        assertThat(mailbox.await(owner.email(), "complaint-not-extended").text()).contains("دلیل پذیرفتنی است");
        assertThat(desk.options(complaint.id()).requestExtension()).isFalse();
        assertThatThrownBy(() -> desk.requestExtension(complaint.id(), "باز هم")).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("The request falls with the answer")
    void fallsWithAnswer() {
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        desk.answer(complaint.id(), "فرستاده شد");
        assertThat(task(ComplaintProcess.Task_DecideOnExtension)).isNull();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_GiveVerdict);
        assertThatThrownBy(() -> desk.requestExtension(complaint.id(), "دیر")).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("R1 Extension and deadline at the same moment: the deadline first, and the request falls")
    void deadlineFirst() {
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        String decision = task(ComplaintProcess.Task_DecideOnExtension).getId();
        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThatThrownBy(() -> tasks.complete(decision, Map.of())).isInstanceOf(RuntimeException.class);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("R1 Extension and deadline at the same moment: the decision first, and the timer finds nothing to do")
    void decisionFirst() {
        travel.by(Duration.ofHours(95));
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        clock.moveTo(complaint.answerDue());
        decide(ComplaintProcess.GRANT);
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(now().answerDue()).isEqualTo(later(complaint.answerDue(), 48));
        assertThat(ledger.points(seal.id())).isZero();
    }

    @Test
    @DisplayName("A decision that the form would not let through changes nothing")
    void badDecision() {
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        for (String decision : List.of("maybe", "")) {
            assertThatThrownBy(() -> tasks.complete(task(ComplaintProcess.Task_DecideOnExtension).getId(),
                Map.of(ComplaintProcess.EXTENSION_DECISION, decision, ComplaintProcess.EXTENSION_REASONS, "…")))
                .isInstanceOf(RuntimeException.class);
        }
        assertThat(task(ComplaintProcess.Task_DecideOnExtension)).isNotNull();
    }

    private void decide(String decision) {
        complete("officer-a", ComplaintProcess.Task_DecideOnExtension, Map.of(ComplaintProcess.EXTENSION_DECISION,
            decision, ComplaintProcess.EXTENSION_REASONS, "دلیل پذیرفتنی است"));
    }
}
