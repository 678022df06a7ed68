package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.AnswerClock;
import org.namad.complaint.ClockLines;
import org.namad.complaint.ClockStep;
import org.namad.complaint.ComplaintStatus;
import org.namad.outage.NewOutage;
import org.namad.outage.OutageDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** The arithmetic of the deadline (N5), and what outages do to it (N7). */
class AnswerClockTest extends ComplaintCase {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    @Autowired ClockLines lines;
    @Autowired OutageDesk outages;

    @Test
    @DisplayName("N5 Consumer, business and staff read the same steps, in both calendars; they add up to the timer's instant")
    void sameForAll() {
        travel.runDueJobs();
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        complete("officer-a", ComplaintProcess.Task_DecideOnExtension, Map.of(ComplaintProcess.EXTENSION_DECISION,
            ComplaintProcess.GRANT, ComplaintProcess.EXTENSION_REASONS, "پذیرفتنی است"));
        List<String> told = lines.of(now().clock(), PERSIAN);
        assertThat(told).hasSize(2).first().asString().contains("۹۶ ساعت", "complaint ");
        assertThat(told.get(1)).contains(dates.dateTime(now().answerDue(), PERSIAN),
            "(\u2068" + dates.dateTime(now().answerDue(), Locale.ENGLISH) + "\u2069)", "officer-a", "پذیرفتنی است");

        desk.answer(complaint.id(), "پاسخ");
        desk.dispute(complaint.id(), "نه");
        travel.runDueJobs();
        assertThat(tasks.getVariablesLocal(task(ComplaintProcess.Task_RuleOnComplaint).getId()))
            .containsEntry("clock", String.join("\n", told));
        for (String line : told) {
            assertThat(mailbox.await(owner.email(), "complaint-extended").text()).contains(line);
            assertThat(mailbox.await(consumer.email(), "complaint-extended").text()).contains(line);
        }
    }

    @Test
    @DisplayName("N5 Replayed from its stored steps, every clock leads to the deadline that was told")
    void replay() {
        AnswerClock clockNow = now().clock();
        Instant sum = clockNow.startedAt();
        for (ClockStep step : clockNow.current()) {
            sum = step.duration() == null ? sum : sum.plus(Duration.parse(step.duration()));
        }
        assertThat(sum).isEqualTo(now().answerDue()).isEqualTo(clockNow.due())
            .isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed));
        assertThat(clockNow.model()).startsWith("complaint ");
    }

    @Test
    @DisplayName("N7 An outage moves the deadline once, as a step of its own; both sides are told")
    void outage() {
        travel.by(Duration.ofHours(20));
        Instant from = clock.instant().minus(Duration.ofHours(5));
        outages.log(new NewOutage(from, from.plus(Duration.ofHours(3)), "قطعی برق", "power cut"), "supervisor1");
        assertThat(now().answerDue()).isEqualTo(timer(ComplaintProcess.Event_AnswerDeadlinePassed));
        assertThat(Duration.between(complaint.answerDue(), now().answerDue()))
            .isCloseTo(Duration.ofHours(3), Duration.ofSeconds(2));
        assertThat(now().clock().steps()).extracting(ClockStep::kind)
            .containsExactly(ClockStep.Kind.START, ClockStep.Kind.OUTAGE);
        assertThat(task(ComplaintProcess.Task_AnswerComplaint).getDueDate().toInstant()).isEqualTo(now().answerDue());
        mailbox.await(owner.email(), "deadline-moved");
        mailbox.await(consumer.email(), "deadline-moved");
    }

    @Test
    @DisplayName("N7, N6 A deadline that ran out during an outage: the point is taken back and the silence excused")
    void ranOutDuringOutage() {
        travel.by(Duration.ofHours(100));
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        Instant from = complaint.answerDue().minus(Duration.ofHours(1));
        outages.log(new NewOutage(from, from.plus(Duration.ofHours(3)), "قطعی برق", "power cut"), "supervisor1");
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(now().excusedAt()).isNotNull();
        assertThat(now().status()).isEqualTo(ComplaintStatus.OVERDUE);
    }
}
