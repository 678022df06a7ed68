package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.NotAwaited;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.conduct.PointEntry;

/** Appeals against rulings and against points for silence, and what they do to the ledger (N6). */
class AppealTest extends ComplaintCase {

    @Test
    @DisplayName("N6 Upheld, changed on the business's appeal: the point falls, both sides are told, then the consumer may appeal")
    void changedForBusiness() {
        dispute();
        rule(ComplaintProcess.UPHELD);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(desk.options(complaint.id()).appealUntil()).containsOnlyKeys(Side.BUSINESS, Side.CONSUMER);

        appeal(Side.BUSINESS, "سند تحویل پیوست است");
        assertThat(mailbox.await(consumer.email(), "complaint-appealed").text()).contains("سند تحویل پیوست است");
        assertThat(desk.options(complaint.id()).appealUntil()).isEmpty();
        decide("officer-b", ComplaintAppealProcess.CHANGE);

        assertThat(now().status()).isEqualTo(ComplaintStatus.DISMISSED);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(ledger.entriesOf(seal.id())).extracting(PointEntry::kind)
            .containsExactly(PointEntry.Kind.POINT, PointEntry.Kind.REVERSAL);
        for (String mail : List.of(mailbox.await(owner.email(), "complaint-appeal-business").text(),
                mailbox.await(consumer.email(), "complaint-appeal-consumer").text())) {
            assertThat(mail).contains("سند درست است");
        }
        assertThat(desk.options(complaint.id()).appealUntil()).containsOnlyKeys(Side.CONSUMER);

        appeal(Side.CONSUMER, "امضای تحویل از من نیست");
        decide("officer-c", ComplaintAppealProcess.CHANGE);
        assertThat(now().status()).isEqualTo(ComplaintStatus.UPHELD);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(desk.options(complaint.id()).appealUntil()).as("each side once").isEmpty();
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintUpheld);
    }

    @Test
    @DisplayName("N6 Dismissed, changed on the consumer's appeal: a point is added and enforcement checked")
    void changedForConsumer() {
        dispute();
        rule(ComplaintProcess.DISMISSED);
        appeal(Side.CONSUMER, "مدرک تازه دارم");
        decide("officer-b", ComplaintAppealProcess.CHANGE);
        assertThat(now().status()).isEqualTo(ComplaintStatus.UPHELD);
        assertThat(ledger.entriesOf(seal.id())).singleElement()
            .returns(PointEntry.Ground.UPHELD, PointEntry::ground).returns("officer-b", entry -> entry.source().who());

        travel.by(Duration.ofDays(11));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintUpheld);
    }

    @Test
    @DisplayName("Confirmed on appeal: nothing changes, and nobody may appeal again")
    void confirmed() {
        dispute();
        rule(ComplaintProcess.UPHELD);
        appeal(Side.BUSINESS, "قبول نداریم");
        decide("officer-b", ComplaintAppealProcess.CONFIRM);
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintUpheld);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThatThrownBy(() -> desk.appeal(complaint.id(), Side.CONSUMER, "من هم", List.of()))
            .isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("N6 The point for silence falls on appeal, by a line of its own that gives the reason")
    void silence() {
        travel.by(Duration.ofHours(97));
        assertThat(desk.options(complaint.id()).appealUntil()).containsOnlyKeys(Side.BUSINESS);
        appeal(Side.BUSINESS, "سامانهٔ ما قطع بود");
        decide("officer-b", ComplaintAppealProcess.CHANGE);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(ledger.entriesOf(seal.id())).last().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(PointEntry.Kind.REVERSAL);
            assertThat(line.reason()).isEqualTo("سند درست است");
        });
        assertThat(now().excusedAt()).isNotNull();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThatThrownBy(() -> appeal(Side.BUSINESS, "باز هم")).isInstanceOf(NotAwaited.class);
    }

    @Test
    @DisplayName("N6 Dispute while an appeal against the point for silence runs: silence is excused, the ruling's own point follows")
    void disputeWhileAppealRuns() {
        travel.by(Duration.ofHours(97));
        appeal(Side.BUSINESS, "سامانهٔ ما قطع بود");
        dispute();
        rule(ComplaintProcess.UPHELD);
        assertThat(ledger.points(seal.id())).as("one point per complaint").isEqualTo(1);
        decide("officer-b", ComplaintAppealProcess.CHANGE);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(ledger.entriesOf(seal.id())).extracting(PointEntry::ground).last()
            .isEqualTo(PointEntry.Ground.UPHELD);

        appeal(Side.BUSINESS, "رأی نادرست است");
        decide("officer-c", ComplaintAppealProcess.CHANGE);
        assertThat(ledger.points(seal.id())).isZero();
        assertThat(now().status()).isEqualTo(ComplaintStatus.DISMISSED);
    }

    @Test
    @DisplayName("N6 A point for silence outlives a ruling that falls on appeal")
    void silenceOutlivesRuling() {
        travel.by(Duration.ofHours(97));
        dispute();
        rule(ComplaintProcess.UPHELD);
        appeal(Side.BUSINESS, "رأی نادرست است");
        assertThat(now().lastAppeal()).get().returns(Statement.Kind.APPEAL, Statement::kind);
        decide("officer-b", ComplaintAppealProcess.CHANGE);
        assertThat(now().status()).isEqualTo(ComplaintStatus.DISMISSED);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("An appeal at the very limit: before the timer it is taken, after it kindly refused")
    void limit() {
        dispute();
        rule(ComplaintProcess.DISMISSED);
        Instant limit = desk.options(complaint.id()).appealUntil().get(Side.CONSUMER);
        clock.moveTo(limit);
        appeal(Side.CONSUMER, "در آخرین لحظه");
        assertThat(task(ComplaintAppealProcess.Task_RuleOnAppeal)).isNotNull();
    }

    @Test
    @DisplayName("An appeal after its time is kindly refused, and the case is over")
    void tooLate() {
        dispute();
        rule(ComplaintProcess.DISMISSED);
        travel.to(desk.options(complaint.id()).appealUntil().get(Side.CONSUMER));
        assertThat(process).isEnded().hasPassed(ComplaintProcess.End_ComplaintDismissed);
        assertThatThrownBy(() -> appeal(Side.CONSUMER, "دیر")).isInstanceOf(NotAwaited.class);
        assertThat(now().lastAppeal()).isEmpty();
    }

    private void appeal(Side side, String reasons) {
        desk.appeal(complaint.id(), side, reasons, List.of());
        travel.runDueJobs();
    }

    private void decide(String who, String ruling) {
        complete(who, ComplaintAppealProcess.Task_RuleOnAppeal, Map.of(ComplaintAppealProcess.APPEAL_RULING, ruling,
            ComplaintAppealProcess.APPEAL_REASONS, "سند درست است"));
    }
}
