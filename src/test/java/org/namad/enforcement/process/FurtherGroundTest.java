package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.Reply;
import org.namad.enforcement.StatedBy;

class FurtherGroundTest extends SealEnforcementSetup {

    @Test
    @DisplayName("R25 A ground stated before the decision brings a new letter: nothing is decided before the reply to it")
    void beforeDecision() {
        desk.reply(id, "پاسخ نخست", List.of());
        state(Ground.DISQUALIFIED_BY_POLICE);
        assertThat(process).hasPassed(SealEnforcementProcess.Event_GroundAddedBeforeDecision)
            .isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter)
            .isNotWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(mailbox.await(holder, "enforcement-letter", 2).text()).contains("رد صلاحیت");
        assertThat(now().replyDue()).isCloseTo(clock.instant().plus(10, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(now().reply()).isNull();

        desk.reply(id, "پاسخ دوم", List.of());
        assertThat(cases.findWithDossierById(id).orElseThrow().earlierReplies()).extracting(Reply::text)
            .containsExactly("پاسخ نخست");
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_DecideOnSeal).getId()))
            .extractingByKey("reply").asString().contains("پاسخ نخست", "پاسخ دوم");
    }

    @Test
    @DisplayName("R25 A ground stated before the confirmation takes the decision back to the right of reply")
    void beforeConfirmation() {
        desk.reply(id, "پاسخ", List.of());
        decide(Measure.SUSPEND);
        state(Ground.PRODUCTS_NOT_SHOWN);
        assertThat(process).hasPassed(SealEnforcementProcess.Event_GroundAddedBeforeConfirmation)
            .isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter);
        assertThat(decision().inForce()).isFalse();
        travel.by(Duration.ofDays(10).plusMinutes(1));
        decide(Measure.WARN);
        confirm();
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_HolderWarned);
    }

    @Test
    @DisplayName("R25, N10 A ground stated while the seal is suspended joins the checklist")
    void whileSuspended() {
        suspend();
        state(Ground.PRODUCTS_NOT_SHOWN);
        assertThat(process).hasPassed(SealEnforcementProcess.End_GroundAnnounced)
            .isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(items()).hasSize(4).extracting(RemedyItem::ground)
            .containsExactly(Ground.GOODS_DIFFER, Ground.GOODS_DIFFER, Ground.PRODUCTS_NOT_SHOWN, Ground.PRODUCTS_NOT_SHOWN);
        desk.reportRemedy(id, report("همه درست شد"));
        check("accept");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealReinstated);
    }

    @Test
    @DisplayName("R26 What the form ticks arrives as JSON and is taken like a list")
    void jsonFromTheForm() {
        suspend();
        desk.reportRemedy(id, report("همه درست شد"));
        complete(SealEnforcementProcess.Task_CheckRemedy, "officer-a", Map.of(
            SealEnforcementProcess.REMEDY_VERDICT, "accept", SealEnforcementProcess.REMEDY_REASONS, "دیده شد",
            SealEnforcementProcess.ITEMS_IN_ORDER, SpinValues.jsonValue(
                "[\"%s\",\"%s\"]".formatted(items().get(0).id(), items().get(1).id())).create()));
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealReinstated);
    }

    private void state(Ground ground) {
        desk.open(seal.id(), ground, "یافتهٔ تازه", StatedBy.staff("officer-z"));
    }
}
