package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.enforcement.Appeal;
import org.namad.enforcement.EnforcementCase.Status;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.Remedy;
import org.namad.enforcement.RemedyItem;
import org.namad.enforcement.StatedBy;
import org.namad.seal.SealStatus;

/** Whoever checks a remedy does not take the seal away alone. */
class RevocationConfirmationTest extends SealEnforcementSetup {

    @BeforeEach
    void report() {
        suspend();
        desk.reportRemedy(id, report("یک مورد مانده است"));
    }

    @Test
    @DisplayName("R26 A remedy found hopeless takes the seal away when a second person confirms; both names are kept")
    void confirmed() {
        check("revoke", "officer-d");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ConfirmRevocation);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        assertThat(now().status()).isEqualTo(Status.SUSPENDED);
        assertThat(mailbox.of(holder, "enforcement-revoked")).isEmpty();
        assertThat(remedy().inForce()).isFalse();

        confirmRevocation("officer-e");
        assertThat(process).isWaitingAt("Gateway_AwaitAppeal");
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(remedy()).returns(Remedy.Verdict.REVOKE, Remedy::verdict).returns(true, Remedy::inForce)
            .returns("officer-d", Remedy::checkedBy).returns("officer-e", Remedy::confirmedBy);
        assertThat(remedy().confirmedAt()).isAfterOrEqualTo(remedy().checkedAt());
        assertThat(mailbox.await(holder, "enforcement-revoked").text()).contains("یافتهٔ کارشناس")
            .doesNotContain("officer-d", "officer-e");
    }

    @Test
    @DisplayName("R26 The second person sees the case, each item as found and the first one's reasons, and has until a working day")
    void form() {
        RemedyItem first = items().get(0);
        RemedyItem second = items().get(1);
        check("revoke", "officer-d");
        Task confirm = task(SealEnforcementProcess.Task_ConfirmRevocation);
        assertThat(confirm.getDueDate()).isAfter(Date.from(clock.instant().plus(1, ChronoUnit.DAYS)));
        assertThat(tasks.getIdentityLinksForTask(confirm.getId())).extracting(IdentityLink::getGroupId)
            .containsExactlyInAnyOrder("supervisor", "case-officer");
        Map<String, Object> facts = tasks.getVariablesLocal(confirm.getId());
        assertThat(facts).containsEntry("site", seal.domain()).containsEntry("decisionReasons", "دلایل کارشناس")
            .containsEntry("remedyReport", "یک مورد مانده است").containsEntry("proposedFindings", "یافتهٔ کارشناس")
            .containsEntry("remedyCheckedBy", "officer-d").containsEntry("remedyFindings", null);
        assertThat(facts.get("checkedItems").toString().lines()).satisfiesExactly(
            line -> assertThat(line).startsWith("✓").contains(persian(first), "در صفحهٔ کالا"),
            line -> assertThat(line).startsWith("✗").contains(persian(second), "در صفحهٔ کالا"));
        assertThat(facts).extractingByKey("doneBefore").asString().contains("بررسی رفع نقص: officer-d");
    }

    @Test
    @DisplayName("R26 Whoever checked the remedy can neither claim nor do the confirmation")
    void fourEyes() {
        check("revoke", "officer-d");
        String confirm = task(SealEnforcementProcess.Task_ConfirmRevocation).getId();
        assertThatThrownBy(() -> tasks.setAssignee(confirm, "officer-d")).hasMessageContaining("second person");
        assertThatThrownBy(() -> unclaimed(confirm)).hasMessageContaining("second person");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ConfirmRevocation);
        assertThat(remedy()).returns(null, Remedy::confirmedBy).returns(false, Remedy::inForce);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
    }

    @Test
    @DisplayName("R26 Returned with a note, the remedy is checked anew; the second person may check, the first one confirm")
    void returned() {
        check("revoke", "officer-d");
        giveBack("officer-e", "مورد دوم در سایت دیده می‌شود");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_CheckRemedy);
        assertThat(status()).isEqualTo(SealStatus.SUSPENDED);
        assertThat(remedy()).returns(true, Remedy::returned).returns("officer-e", Remedy::confirmedBy)
            .returns("مورد دوم در سایت دیده می‌شود", Remedy::note);
        assertThat(tasks.getVariablesLocal(task(SealEnforcementProcess.Task_CheckRemedy).getId()))
            .containsEntry("revocationReturnNote", "مورد دوم در سایت دیده می‌شود")
            .containsEntry("proposedFindings", "یافتهٔ کارشناس");
        assertThat(mailbox.of(holder, "enforcement-revoked")).isEmpty();

        check("revoke", "officer-e");
        assertThat(remedy()).returns(false, Remedy::returned).returns(null, Remedy::note);
        assertThatThrownBy(() -> confirmRevocation("officer-e")).hasMessageContaining("second person");
        confirmRevocation("officer-d");
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
        assertThat(remedy()).returns("officer-e", Remedy::checkedBy).returns("officer-d", Remedy::confirmedBy);
    }

    @Test
    @DisplayName("R26 Returned, the remedy can be found sufficient after all: the seal is in force again")
    void returnedAndAccepted() {
        check("revoke", "officer-d");
        giveBack("officer-e", "هر دو مورد درست است");
        check("accept", "officer-d");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_SealReinstated);
        assertThat(status()).isEqualTo(SealStatus.ACTIVE);
        assertThat(remedy()).returns(Remedy.Verdict.ACCEPT, Remedy::verdict).returns(true, Remedy::inForce)
            .returns(null, Remedy::confirmedBy);
    }

    @Test
    @DisplayName("R26 Returned, the remedy can be found insufficient: the holder may try again")
    void returnedAndInsufficient() {
        check("revoke", "officer-d");
        giveBack("officer-e", "یک فرصت دیگر بدهید");
        check("insufficient", "officer-d");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ReportRemedy);
        assertThat(mailbox.await(holder, "enforcement-remedy-insufficient").text()).contains("یافتهٔ کارشناس");
    }

    @Test
    @DisplayName("R26 A revocation is not returned without a note, nor confirmed with a word that the form does not offer")
    void refused() {
        check("revoke", "officer-d");
        assertThatThrownBy(() -> giveBack("officer-e", " ")).hasMessageContaining("fill in");
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_ConfirmRevocation, "officer-e",
            Map.of(SealEnforcementProcess.REVOCATION_CONFIRMATION, "perhaps")))
            .hasMessageContaining("one of what the form offers");
        assertThatThrownBy(() -> complete(SealEnforcementProcess.Task_ConfirmRevocation, "officer-e",
            Map.of(SealEnforcementProcess.REMEDY_VERDICT, "accept"))).hasMessageContaining("does not ask for");
        assertThat(process).isWaitingAt(SealEnforcementProcess.Task_ConfirmRevocation);
        assertThat(remedy()).returns(null, Remedy::note).returns(null, Remedy::confirmedBy);
    }

    @Test
    @DisplayName("R26 Even a redesigned model does not take a seal away on one person's word about a remedy")
    void oneWordIsNotEnough() {
        check("revoke", "officer-d");
        assertThatThrownBy(() -> cases.findWithDossierById(id).orElseThrow().revoke(null))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("no second person");
    }

    @Test
    @DisplayName("R25, R26 A ground stated while the second person looks joins the case; the confirmation stays open")
    void furtherGround() {
        check("revoke", "officer-d");
        desk.open(seal.id(), Ground.PRODUCTS_NOT_SHOWN, "صفحه خالی است", StatedBy.staff("officer-z"));
        assertThat(process).hasPassed(SealEnforcementProcess.End_GroundAnnounced)
            .isWaitingAt(SealEnforcementProcess.Task_ConfirmRevocation);
        confirmRevocation("officer-e");
        assertThat(status()).isEqualTo(SealStatus.REVOKED);
    }

    @Test
    @DisplayName("R26 None of the four who decided, checked and confirmed rules on the appeal; the one who does sees all of it")
    void appeal() {
        check("revoke", "officer-d");
        confirmRevocation("officer-e");
        desk.appeal(id, "هر دو مورد درست شده است", List.of());
        Task rule = task(SealEnforcementProcess.Task_RuleOnRevocationAppeal);
        assertThat(tasks.getVariablesLocal(rule.getId())).containsEntry("remedyCheckedBy", "officer-d")
            .containsEntry("revocationConfirmedBy", "officer-e").containsEntry("remedyFindings", "یافتهٔ کارشناس")
            .extractingByKey("doneBefore").asString().contains("بررسی رفع نقص: officer-d", "تأیید سلب نماد: officer-e");
        for (String partial : List.of("officer-a", "officer-b", "officer-d", "officer-e")) {
            assertThatThrownBy(() -> ruleOnAppeal(partial)).hasMessageContaining("second person");
            assertThatThrownBy(() -> cases.findWithDossierById(id).orElseThrow()
                .ruleOnAppeal(Appeal.Ruling.REJECTED, "…", partial, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("had a part");
        }
        ruleOnAppeal("officer-c");
        assertThat(process).isEnded().hasPassed(SealEnforcementProcess.End_RevocationLifted);
        assertThat(now().appeal()).get().returns("officer-c", Appeal::ruledBy).returns(Measure.REVOKE, Appeal::against);
    }

    private void giveBack(String officer, String note) {
        complete(SealEnforcementProcess.Task_ConfirmRevocation, officer, Map.of(
            SealEnforcementProcess.REVOCATION_CONFIRMATION, SealEnforcementProcess.RETURN,
            SealEnforcementProcess.REVOCATION_NOTE, note));
    }

    private void ruleOnAppeal(String officer) {
        complete(SealEnforcementProcess.Task_RuleOnRevocationAppeal, officer, Map.of(
            SealEnforcementProcess.APPEAL_RULING, "granted", SealEnforcementProcess.APPEAL_REASONS, "دلایل رأی سوم"));
    }

    /** As over REST, where nobody has to claim a task. */
    private void unclaimed(String task) {
        identity.setAuthentication("officer-d", List.of("case-officer"));
        try {
            tasks.complete(task, Map.of(SealEnforcementProcess.REVOCATION_CONFIRMATION, SealEnforcementProcess.CONFIRM));
        } finally {
            identity.clearAuthentication();
        }
    }

    private static String persian(RemedyItem item) {
        return item.text(Locale.forLanguageTag("fa"));
    }
}
