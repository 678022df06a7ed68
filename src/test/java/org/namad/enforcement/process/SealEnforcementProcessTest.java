package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.enforcement.Decision;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCase.Status;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.NotAwaited;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class SealEnforcementProcessTest {

    @Autowired EnforcementDesk desk;
    @Autowired EnforcementCases cases;
    @Autowired SealRegister register;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired IdentityService identity;

    private Seal seal;
    private String holder;
    private long id;
    private ProcessInstance process;

    @BeforeEach
    void open() {
        seal = data.issuedSeal();
        holder = seal.business().owner().email();
        EnforcementCase opened = desk.open(seal.id(), Ground.GOODS_DIFFER, "کفش به‌جای کیف");
        id = opened.id();
        process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(opened.key().toString()).singleResult();
    }

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
        desk.reply(id, "کالا را عوض کردیم");
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

        desk.reportRemedy(id, "صفحهٔ کالا اصلاح شد");
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
        assertThatThrownBy(() -> desk.reply(id, "دیر شد")).isInstanceOf(NotAwaited.class);
        assertThat(now().reply()).isNull();
    }

    @Test
    @DisplayName("R26 The grounds do not hold: closed without a measure")
    void dismissed() {
        desk.reply(id, "درست نیست");
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
        desk.reply(id, "تکرار نمی‌شود");
        decide(Measure.WARN);
        confirm();
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_HolderWarned);
        assertThat(now().status()).isEqualTo(Status.WARNED);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        mailbox.await(holder, "enforcement-warned");
        assertThat(desk.open(seal.id(), Ground.GOODS_DIFFER, null).id()).isNotEqualTo(id);
    }

    @Test
    @DisplayName("R8, R26 Revoked by two people; a revoked seal has no further cases")
    void revoked() {
        desk.reply(id, "…");
        decide(Measure.REVOKE);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        confirm();
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealRevoked);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(now().status()).isEqualTo(Status.REVOKED);
        assertThat(mailbox.await(holder, "enforcement-revoked").text()).contains("دلایل کارشناس");
        assertThatThrownBy(() -> desk.open(seal.id(), Ground.GOODS_DIFFER, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("R26 Whoever decided cannot confirm (four eyes); the second person can return the decision")
    void fourEyes() {
        desk.reply(id, "…");
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
        desk.reportRemedy(id, "تقریباً");
        check("insufficient");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(now().remedyDue()).isCloseTo(clock.instant().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "enforcement-remedy-insufficient").text()).contains("یافتهٔ کارشناس");
        travel.by(Duration.ofDays(15));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);

        desk.reportRemedy(id, "باز هم تقریباً");
        check("insufficient");
        mailbox.await(holder, "enforcement-remedy-insufficient", 2);
        desk.reportRemedy(id, "همان");
        check("revoke");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealRevoked);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(cases.findWithDossierById(id).orElseThrow().remedies()).hasSize(3);
    }

    @Test
    @DisplayName("R26 What is carried out is what was decided, whatever else comes with the confirmation")
    void smuggledMeasure() {
        desk.reply(id, "…");
        decide(Measure.WARN);
        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b", Map.of(
            SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM, SealEnforcementProcess.MEASURE, "revoke"));
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
        assertThat(process).isEnded().hasPassedInOrder(SealEnforcementProcess.Event_RemedyDeadlinePassed,
            SealEnforcementProcess.End_SealRevoked);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        mailbox.await(holder, "enforcement-revoked");
    }

    @Test
    @DisplayName("R25 A further ground joins the open case; the same one twice does nothing")
    void furtherGround() {
        EnforcementCase joined = desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "نامهٔ پلیس");
        assertThat(joined.id()).isEqualTo(id);
        desk.open(seal.id(), Ground.DISQUALIFIED_BY_POLICE, "همان نامه");

        assertThat(process).hasPassed(SealEnforcementProcess.End_GroundAnnounced)
            .isWaitingAt(SealEnforcementProcess.Task_ReplyToLetter);
        assertThat(cases.findWithDossierById(id).orElseThrow().grounds())
            .extracting(stated -> stated.ground().name())
            .containsExactly("GOODS_DIFFER", "DISQUALIFIED_BY_POLICE");
        assertThat(cases.findBySealIdOrderByOpenedAtDesc(seal.id())).hasSize(1);
        assertThat(mailbox.await(holder, "enforcement-ground-added").text()).contains("نامهٔ پلیس");
        assertThat(cases.openOf(seal.business().owner().id())).extracting(EnforcementCase::id).containsExactly(id);
    }

    @Test
    @DisplayName("What no form would let through is refused, and the task stays as it was")
    void refused() {
        desk.reply(id, "…");
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, "fine", SealEnforcementProcess.REASONS, "…")))
            .hasMessageContaining("measure");
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, "warn", SealEnforcementProcess.REASONS, " ")))
            .hasMessageContaining("reasons");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_DecideOnSeal);
        assertThat(cases.findWithDossierById(id).orElseThrow().decisions()).isEmpty();
    }

    private void suspend() {
        desk.reply(id, "…");
        decide(Measure.SUSPEND);
        confirm();
    }

    private void decide(Measure measure) {
        complete(SealEnforcementProcess.Task_DecideOnSeal, "officer-a", Map.of(
            SealEnforcementProcess.MEASURE, measure.name().toLowerCase(),
            SealEnforcementProcess.REASONS, "دلایل کارشناس"));
    }

    private void confirm() {
        complete(SealEnforcementProcess.Task_ConfirmDecision, "officer-b",
            Map.of(SealEnforcementProcess.CONFIRMATION, SealEnforcementProcess.CONFIRM));
    }

    private void check(String verdict) {
        complete(SealEnforcementProcess.Task_CheckRemedy, "officer-a", Map.of(
            SealEnforcementProcess.REMEDY_VERDICT, verdict,
            SealEnforcementProcess.REMEDY_REASONS, "یافتهٔ کارشناس"));
    }

    private void complete(String key, String user, Map<String, Object> form) {
        String task = task(key).getId();
        tasks.setAssignee(task, user);
        identity.setAuthenticatedUserId(user);
        try {
            tasks.complete(task, form);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).taskDefinitionKey(key).singleResult();
    }

    private EnforcementCase now() {
        return cases.get(id);
    }

    private Decision decision() {
        return cases.findWithDossierById(id).flatMap(EnforcementCase::decision).orElseThrow();
    }

    private SealStatus status() {
        return register.get(seal.id()).statusAt(clock.instant());
    }
}
