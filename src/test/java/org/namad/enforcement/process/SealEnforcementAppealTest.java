package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.Upload;
import org.namad.enforcement.Appeal;
import org.namad.enforcement.EnforcementCase.Status;
import org.namad.enforcement.Measure;
import org.namad.enforcement.NotAwaited;
import org.namad.seal.SealStatus;
import org.springframework.beans.factory.annotation.Autowired;

class SealEnforcementAppealTest extends SealEnforcementSetup {

    @Autowired Documents documents;

    @Test
    @DisplayName("R26 An appeal against a suspension is granted by a third person: the seal is in force at once")
    void suspensionLifted() {
        suspend();
        assertThat(desk.options(id).appeal()).isEqualTo(now().remedyDue());
        desk.appeal(id, "سند خوانده نشده است", List.of(new Upload("proof.pdf", "%PDF-1.4 proof".getBytes())));

        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_RuleOnSuspensionAppeal);
        assertThat(desk.options(id)).hasAllNullFieldsOrProperties();
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_RuleOnSuspensionAppeal).getId()))
            .containsEntry("appealText", "سند خوانده نشده است").containsEntry("proposedBy", "officer-a")
            .containsEntry("confirmedBy", "officer-b").extractingByKey("files").asString().contains("proof.pdf");
        assertThat(documents.of(now().key().toString())).extracting(Document::purpose).contains("appeal");
        ruleOnAppeal(SealEnforcementProcess.Task_RuleOnSuspensionAppeal, "officer-c", "granted");

        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SuspensionLifted);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(now().status()).isEqualTo(Status.REINSTATED);
        assertThat(now().appeal()).get().returns(Appeal.Ruling.GRANTED, Appeal::ruling)
            .returns("officer-c", Appeal::ruledBy).returns(Measure.SUSPEND, Appeal::against);
        assertThat(mailbox.await(holder, "enforcement-appeal-granted").text()).contains("دلایل رأی سوم");
    }

    @Test
    @DisplayName("R26 Rejected, the suspension stays, the time for the remedy starts again, and no second appeal is taken")
    void suspensionUpheld() {
        suspend();
        travel.by(Duration.ofDays(12));
        desk.appeal(id, "نمی‌پذیرم", List.of());
        travel.by(Duration.ofDays(40));
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        ruleOnAppeal(SealEnforcementProcess.Task_RuleOnSuspensionAppeal, "officer-c", "rejected");

        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(now().remedyDue()).isCloseTo(clock.instant().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "enforcement-appeal-rejected").text()).contains("دلایل رأی سوم", "از نو آغاز");
        assertThat(desk.options(id).appeal()).isNull();
        assertThat(desk.options(id).remedy()).isEqualTo(now().remedyDue());
        assertThatThrownBy(() -> desk.appeal(id, "دوباره", List.of())).isInstanceOf(NotAwaited.class);

        travel.by(Duration.ofDays(30).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealRevoked)
            .hasNotPassed(SealEnforcementProcess.Event_AppealTimePassed);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(mailbox.await(holder, "enforcement-revoked").text()).doesNotContain("یک بار به این تصمیم اعتراض");
    }

    @Test
    @DisplayName("R26 An appeal against a revocation is granted: the seal is in force again")
    void revocationLifted() {
        revoke();
        assertThat(now().appealDue()).isCloseTo(clock.instant().plus(20, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(mailbox.await(holder, "enforcement-revoked").text()).contains("یک بار به این تصمیم اعتراض");
        desk.appeal(id, "تصمیم نادرست است", List.of());
        travel.by(Duration.ofDays(30));
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_RuleOnRevocationAppeal);
        ruleOnAppeal(SealEnforcementProcess.Task_RuleOnRevocationAppeal, "officer-c", "granted");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_RevocationLifted);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(register.get(seal.id()).statusReason()).isNull();
        assertThat(now().status()).isEqualTo(Status.REINSTATED);
        mailbox.await(holder, "enforcement-appeal-granted");
    }

    @Test
    @DisplayName("R26 An appeal against a revocation is rejected: it stays, with reasons, and the case is closed")
    void revocationUpheld() {
        revoke();
        desk.appeal(id, "تصمیم نادرست است", List.of());
        ruleOnAppeal(SealEnforcementProcess.Task_RuleOnRevocationAppeal, "officer-c", "rejected");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealRevoked);
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(now().isOpen()).isFalse();
        assertThat(mailbox.await(holder, "enforcement-appeal-rejected").text()).contains("دلایل رأی سوم")
            .doesNotContain("از نو آغاز");
    }

    @Test
    @DisplayName("R26 Without an appeal in its time the revocation is final; a late one is refused")
    void appealTooLate() {
        revoke();
        travel.by(Duration.ofDays(20).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.Event_AppealTimePassed);
        assertThat(now().isOpen()).isFalse();
        assertThat(cases.existsByOpenSealId(seal.id())).isFalse();
        assertThatThrownBy(() -> desk.appeal(id, "دیر شد", List.of())).isInstanceOf(NotAwaited.class);
        assertThat(now().appeal()).isEmpty();
    }

    @Test
    @DisplayName("R26 Neither who decided nor who confirmed rules on the appeal; before a measure nobody can appeal")
    void thirdPerson() {
        assertThatThrownBy(() -> desk.appeal(id, "پیش از تصمیم", List.of())).isInstanceOf(NotAwaited.class);
        revoke();
        desk.appeal(id, "تصمیم نادرست است", List.of());
        for (String partial : List.of("officer-a", "officer-b")) {
            assertThatThrownBy(() -> ruleOnAppeal(SealEnforcementProcess.Task_RuleOnRevocationAppeal, partial, "rejected"))
                .isInstanceOf(RuntimeException.class);
            assertThat(process).isWaitingAt(SealEnforcementProcess.Task_RuleOnRevocationAppeal);
        }
        assertThat(now().appeal()).get().returns(null, Appeal::ruling);
        assertThatThrownBy(() -> ruleOnAppeal(SealEnforcementProcess.Task_RuleOnRevocationAppeal, "officer-c", "maybe"))
            .hasMessageContaining("one of what the form offers");
    }

    private void revoke() {
        desk.reply(id, "…", List.of());
        decide(Measure.REVOKE);
        confirm();
    }

    private void ruleOnAppeal(String task, String officer, String ruling) {
        complete(task, officer, Map.of(SealEnforcementProcess.APPEAL_RULING, ruling,
            SealEnforcementProcess.APPEAL_REASONS, "دلایل رأی سوم"));
    }
}
