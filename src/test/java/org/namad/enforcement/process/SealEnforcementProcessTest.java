package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namad.TestMailbox;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCase.Status;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.NotAwaited;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.StatedBy;
import org.namad.enforcement.StatedGround;
import org.namad.outage.DeadlineMoved;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SealEnforcementProcessTest extends SealEnforcementSetup {

    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;

    @Test
    @DisplayName("R25 The letter names the grounds, what they rest on, and until when the holder may reply")
    void letter() {
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter);
        EnforcementCase enforcement = now();
        assertThat(enforcement.replyDue()).isCloseTo(clock.instant().plus(10, ChronoUnit.DAYS),
            within(1, ChronoUnit.MINUTES));
        var mail = mailbox.await(holder, "enforcement-letter");
        assertThat(mail.text()).contains("مغایرت کالا", "کفش به‌جای کیف");
        assertThat(TestMailbox.button(mail)).contains("/answer/letters/" + id + "?until=");
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
    }

    @Test
    @DisplayName("R26 Replied, suspended by two people, remedied in time: reinstated; the seal follows at once")
    void suspendedAndReinstated() {
        desk.reply(id, "کالا را عوض کردیم", List.of());
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_DecideOnSeal).getId()))
            .containsEntry("reply", "کالا را عوض کردیم").containsEntry("site", seal.domain());
        decide(Measure.SUSPEND);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_ConfirmDecision).getId()))
            .containsEntry("proposedBy", "officer-a").containsEntry("proposedReasons", "دلایل کارشناس");
        confirm();

        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        assertThat(register.get(seal.id()).statusReason()).contains("مغایرت کالا");
        assertThat(now().status()).isEqualTo(Status.SUSPENDED);
        assertThat(now().remedyDue()).isCloseTo(clock.instant().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "enforcement-suspended").text()).contains("دلایل کارشناس");

        desk.reportRemedy(id, report("صفحهٔ کالا اصلاح شد"));
        check("accept");

        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealReinstated);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(now().status()).isEqualTo(Status.REINSTATED);
        assertThat(cases.existsByOpenSealId(seal.id())).isFalse();
        mailbox.await(holder, "enforcement-reinstated");
    }

    @Test
    @DisplayName("R25 Without a reply: reminded after 7 days, decided after 10; a late reply is refused")
    void silence() {
        travel.by(Duration.ofDays(6));
        assertThat(mailbox.of(holder, "enforcement-reply-reminder")).isEmpty();
        travel.by(Duration.ofDays(1).plusMinutes(1));
        mailbox.await(holder, "enforcement-reply-reminder");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter)
            .hasPassed(SealEnforcementProcess.End_ReplyReminded);
        travel.by(Duration.ofDays(3));
        assertThat(process).hasPassed(SealEnforcementProcess.Event_ReplyDeadlinePassed)
            .isWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThatThrownBy(() -> desk.reply(id, "دیر شد", List.of())).isInstanceOf(NotAwaited.class);
        assertThat(now().reply()).isNull();
    }

    @Test
    @DisplayName("R26 The grounds do not hold: closed without a measure")
    void dismissed() {
        desk.reply(id, "درست نیست", List.of());
        decide(Measure.NONE);
        confirm();
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_GroundsDismissed);
        assertThat(now().status()).isEqualTo(Status.DISMISSED);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        mailbox.await(holder, "enforcement-dismissed");
    }

    @Test
    @DisplayName("R26 Warned: the seal stays in force, and a new case can be opened later")
    void warned() {
        desk.reply(id, "تکرار نمی‌شود", List.of());
        decide(Measure.WARN);
        confirm();
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_HolderWarned);
        assertThat(now().status()).isEqualTo(Status.WARNED);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        mailbox.await(holder, "enforcement-warned");
        assertThat(desk.open(seal.id(), Ground.GOODS_DIFFER, null, StatedBy.staff("officer-z")).id()).isNotEqualTo(id);
    }

    @Test
    @DisplayName("R8, R26 Revoked by two people; a revoked seal has no further cases")
    void revoked() {
        desk.reply(id, "…", List.of());
        decide(Measure.REVOKE);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        confirm();
        assertThat(process).isWaitingAt("Gateway_AwaitAppeal");
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(now().status()).isEqualTo(Status.REVOKED);
        assertThat(mailbox.await(holder, "enforcement-revoked").text()).contains("دلایل کارشناس");
        assertThatThrownBy(() -> desk.open(seal.id(), Ground.GOODS_DIFFER, null, StatedBy.staff("officer-z"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("R26 Whoever decided cannot confirm (four eyes); the second person can return the decision")
    void fourEyes() {
        desk.reply(id, "…", List.of());
        decide(Measure.REVOKE);
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-a",
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM)))
            .hasMessageContaining("second person");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ConfirmDecision);
        assertThat(decision().confirmedBy()).isNull();

        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b", Map.of(
            SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.RETURN,
            SealEnforcementProcess.CONFIRMATION_NOTE, "پاسخ دارنده سنجیده نشده"));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(decision().returned()).isTrue();
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_DecideOnSeal).getId()))
            .containsEntry("returnNote", "پاسخ دارنده سنجیده نشده");

        complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-b", Map.of(
            SealEnforcementProcess.MEASURE, "warn", SealEnforcementProcess.REASONS, "سنجیده شد"));
        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-a",
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM));
        assertThat(process).isEnded();
        assertThat(cases.findWithDossierById(id).orElseThrow().decisions()).hasSize(2);
        assertThat(decision().decidedBy()).isEqualTo("officer-b");
        assertThat(decision().confirmedBy()).isEqualTo("officer-a");
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
    }

    @Test
    @DisplayName("R26 An insufficient remedy starts the time again; then the seal can be taken away")
    void insufficient() {
        suspend();
        travel.by(Duration.ofDays(25));
        desk.reportRemedy(id, report("تقریباً"));
        check("insufficient");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(now().remedyDue()).isCloseTo(clock.instant().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "enforcement-remedy-insufficient").text()).contains("یافتهٔ کارشناس");
        travel.by(Duration.ofDays(15));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);

        desk.reportRemedy(id, report("باز هم تقریباً"));
        check("insufficient");
        mailbox.await(holder, "enforcement-remedy-insufficient", 2);
        desk.reportRemedy(id, report("همان"));
        check("revoke");
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        confirmRevocation("officer-b");
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        travel.by(Duration.ofDays(20).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealRevoked);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(cases.findWithDossierById(id).orElseThrow().remedies()).hasSize(3);
    }

    @Test
    @DisplayName("R26 What is carried out is what was decided, whatever else comes with the confirmation")
    void smuggledMeasure() {
        desk.reply(id, "…", List.of());
        decide(Measure.WARN);
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b", Map.of(
            SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM, SealEnforcementProcess.MEASURE,
            "revoke"))).hasMessageContaining("does not ask for: measure");
        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b",
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM));
        assertThat(decision().measure()).isEqualTo(Measure.WARN);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
    }

    @Test
    @DisplayName("R26 No remedy: reminded after 20 days, revoked after 30")
    void remedyMissed() {
        suspend();
        travel.by(Duration.ofDays(20).plusMinutes(1));
        mailbox.await(holder, "enforcement-remedy-reminder");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy)
            .hasPassed(SealEnforcementProcess.End_RemedyReminded);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        travel.by(Duration.ofDays(10));
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        travel.by(Duration.ofDays(20).plusMinutes(1));
        assertThat(process).isEnded().hasPassedInOrder(SealEnforcementProcess.Event_RemedyDeadlinePassed,
            SealEnforcementProcess.Event_AppealTimePassed, SealEnforcementProcess.End_SealRevoked);
        mailbox.await(holder, "enforcement-revoked");
    }

    @Test
    @DisplayName("R25 A further ground joins the open case; the same one twice does nothing")
    void furtherGround() {
        EnforcementCase joined = desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "نامهٔ پلیس", StatedBy.registry("police"));
        assertThat(joined.id()).isEqualTo(id);
        desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "همان نامه", StatedBy.registry("police"));

        assertThat(process).hasPassed(SealEnforcementProcess.End_GroundAnnounced)
            .isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter);
        assertThat(cases.findWithDossierById(id).orElseThrow().grounds())
            .extracting(stated -> stated.ground().name())
            .containsExactly("GOODS_DIFFER", "DISQUALIFIED_BY_POLICE");
        assertThat(cases.findBySealIdOrderByOpenedAtDesc(seal.id())).hasSize(1);
        assertThat(mailbox.await(holder, "enforcement-ground-added").text()).contains("نامهٔ پلیس");
        assertThat(cases.openOf(List.of(seal.business().id()))).extracting(EnforcementCase::id).containsExactly(id);
    }

    @Test
    @DisplayName("What no form would let through is refused, and the task stays as it was")
    void refused() {
        desk.reply(id, "…", List.of());
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, "fine", SealEnforcementProcess.REASONS, "…")))
            .hasMessageContaining("one of what the form offers");
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, "warn", SealEnforcementProcess.REASONS, " ")))
            .hasMessageContaining("fill in");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(cases.findWithDossierById(id).orElseThrow().decisions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    @DisplayName("R25 Every ground has an entry of its own into the process")
    void entries(Ground ground) {
        Seal other = data.issuedSeal();
        EnforcementCase opened = desk.open(other.id(), ground, null, StatedBy.process("enforcement-check"));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.key().toString())
            .singleResult()).hasPassed(SealEnforcementProcess.entry(ground).replaceFirst("Ground", "StartEvent_"))
            .isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter);
    }

    @Test
    @DisplayName("R25 Staff see who stated each ground; the holder reads no colleague's name")
    void whoStated() {
        desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "نامهٔ پلیس", StatedBy.registry("police"));
        desk.reply(id, "…", List.of());
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_DecideOnSeal).getId()))
            .extractingByKey("statedGrounds").asString().contains("officer-z", "police");
        assertThat(mailbox.await(holder, "enforcement-letter").text()).doesNotContain("officer-z");
    }

    @Test
    @DisplayName("R26 Staff tasks have a due date in working days and show where the dossier is")
    void dueDates() {
        desk.reply(id, "…", List.of());
        Task decide = task(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(decide.getDueDate()).isAfter(Date.from(clock.instant().plus(4, ChronoUnit.DAYS)));
        assertThat(tasks.getVariablesLocal(decide.getId())).extractingByKey("dossierUrl").asString()
            .contains("/staff/documents/");
    }

    @Test
    @DisplayName("N10 The checklist is named at the suspension, ticked by the holder, and checked item by item")
    void checklist() {
        suspend();
        List<RemedyItem> items = items();
        assertThat(items).hasSize(2).extracting(RemedyItem::ground).containsOnly(Ground.GOODS_DIFFER);
        String missing = items.get(1).text(Locale.forLanguageTag("fa"));
        assertThat(mailbox.await(holder, "enforcement-suspended").text()).contains(missing);
        desk.reportRemedy(id, report("هر دو مورد انجام شد"));
        assertThat(tasks.getVariable(task(SealEnforcementProcess.Task_CheckRemedy).getId(),
            SealEnforcementProcess.REMEDY_ITEMS)).asString().contains(missing, "در صفحهٔ کالا");

        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_CheckRemedy, "officer-a", Map.of(
            SealEnforcementProcess.REMEDY_VERDICT, "accept", SealEnforcementProcess.REMEDY_REASONS, "…")))
            .hasMessageContaining("every item");
        check("insufficient");
        assertThat(items()).extracting(RemedyItem::inOrder).containsExactly(true, false);
        assertThat(mailbox.await(holder, "enforcement-remedy-insufficient").text()).contains(missing)
            .doesNotContain(items.get(0).text(Locale.forLanguageTag("fa")));
    }

    @Test
    @DisplayName("N7 A deadline that an outage has moved is moved in the case too")
    void outage() {
        Instant later = now().replyDue().plus(3, ChronoUnit.HOURS);
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(new DeadlineMoved(
            now().key(), SealEnforcementProcess.KEY, SealEnforcementProcess.Event_ReplyDeadlinePassed,
            now().replyDue(), later, 1)));
        assertThat(now().replyDue()).isCloseTo(later, within(1, ChronoUnit.SECONDS));
    }

    @Test
    @DisplayName("R25 Grounds stated at the same moment meet in one case; none is lost")
    void race() throws Exception {
        Seal other = data.issuedSeal();
        List<Ground> grounds = List.of(Ground.GOODS_DIFFER, Ground.PRODUCTS_NOT_SHOWN, Ground.GOODS_DIFFER);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(grounds.size());
        try {
            List<Future<Long>> opened = grounds.stream().map(ground -> people.submit(() -> {
                start.await();
                return desk.open(other.id(), ground, "هم‌زمان", StatedBy.staff("officer-z")).id();
            })).toList();
            start.countDown();
            Set<Long> ids = new HashSet<>();
            for (Future<Long> one : opened) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            people.shutdownNow();
        }
        EnforcementCase met = cases.findBySealIdOrderByOpenedAtDesc(other.id()).get(0);
        assertThat(cases.findWithDossierById(met.id()).orElseThrow().grounds()).extracting(StatedGround::ground)
            .containsExactlyInAnyOrder(Ground.GOODS_DIFFER, Ground.PRODUCTS_NOT_SHOWN);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(met.key().toString()).count())
            .isOne();
    }
}
