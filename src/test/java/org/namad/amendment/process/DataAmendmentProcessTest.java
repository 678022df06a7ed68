package org.namad.amendment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.NamadTest;
import org.namad.amendment.Amendment.Status;
import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.AmendmentRefused.Reason;
import org.namad.amendment.Datum;
import org.namad.amendment.Route;
import org.namad.amendment.Subject;
import org.namad.demo.simulators.Behaviour;
import org.namad.seal.Seal;
import org.namad.seal.SealQuery;
import org.namad.seal.SealSearch;
import org.namad.trail.Actor;
import org.namad.trail.ChangeEntry;
import org.namad.trail.Changes;
import org.namad.verification.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** What is done at once, what the registry settles, what an officer decides. */
@NamadTest
class DataAmendmentProcessTest extends AmendmentSetup {

    @Autowired HistoryService history;
    @Autowired SealSearch search;
    @Autowired Changes changes;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PHONE,APPLY", "ADDRESS,APPLY", "TRANSACTIONS,APPLY", "LICENCE,REGISTRY", "ACTIVITY,REVIEW",
        "TITLE,REVIEW", "NAME,REVIEW", "DOMAIN,REVIEW"})
    @DisplayName("R17 The decision table says what each kind of change takes")
    void routes(Subject subject, Route route) {
        assertThat(desk.route(subject)).isEqualTo(route);
    }

    @Test
    @DisplayName("R17, N15 A telephone number is changed at once, whatever digits it is typed in; a mail confirms it")
    void phone() {
        ask(Subject.PHONE, "۰۲۱ ۶۶۰۰ ۱۱۲۲");
        assertThat(asked.status()).isEqualTo(Status.APPLIED);
        assertThat(process).isNull();
        assertThat(registered().business().phone()).isEqualTo("021 6600 1122");
        assertThat(mailbox.await(owner.email(), "amendment-applied").text())
            .contains("تلفن", "۰۲۱۶۶۰۰۰۰۰۰", "۰۲۱ ۶۶۰۰ ۱۱۲۲");
        assertThat(posted("amendment-received")).isZero();
    }

    @Test
    @DisplayName("R17, R28 An address is changed at once; the search by province and the other seals of the business follow")
    void address() {
        Seal other = data.issuedSeal(registered().business());
        ask(Subject.ADDRESS, new Datum("خیابان بهار، پلاک ۲", "البرز", "کرج"));
        assertThat(registered().business().city()).isEqualTo("کرج");
        assertThat(registered().business().phone()).isEqualTo("02166000000");
        for (Seal each : List.of(seal, other)) {
            assertThat(search.find(new SealQuery(each.domain(), null, 0, "البرز", ""), 0, 10).seals())
                .extracting(Seal::id).contains(each.id());
            assertThat(seals.findById(each.id()).orElseThrow().changedAt()).isAfter(other.changedAt());
        }
    }

    @Test
    @DisplayName("N9 Declared purchases are changed at once, and can be taken back")
    void transactions() {
        ask(Subject.TRANSACTIONS, "۱٬۲۰۰");
        assertThat(registered().monthlyTransactions()).isEqualTo(1200);
        ask(Subject.TRANSACTIONS, " ");
        assertThat(registered().monthlyTransactions()).isNull();
        assertThat(mailbox.await(owner.email(), "amendment-applied", 2).text()).contains("ثبت نشده");
    }

    @Test
    @DisplayName("R15 A licence that the registry confirms is registered, by nobody's hand")
    void licenceConfirmed() {
        ask(Subject.LICENCE, "۴۰۱-۷");
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_CheckLicence);
        assertThat(asked.status()).isEqualTo(Status.CHECKING);
        travel.runDueJobs();
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentApplied);
        assertThat(registered().licenceNumber()).isEqualTo("401-7");
        assertThat(now().licenceFinding()).isEqualTo(Finding.CONFIRMED);
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(process.getId()).count()).isZero();
        mailbox.await(owner.email(), "amendment-applied");
    }

    @Test
    @DisplayName("R15 A licence that the registry does not know goes to an officer, with the registry's answer")
    void licenceUnknown() {
        ask(Subject.LICENCE, "9912345");
        travel.runDueJobs();
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_ReviewAmendment);
        assertThat(tasks.getVariablesLocal(task().getId())).containsEntry("wanted", "۹۹۱۲۳۴۵")
            .containsEntry("formerly", "ثبت نشده")
            .extractingByKey("licenceFinding").asString().contains("در سامانه نیست");
        decide(DataAmendmentProcess.REFUSE);
        assertThat(registered().licenceNumber()).isNull();
    }

    @Test
    @DisplayName("R15 The registry fails: it is asked again, and the holder can take the wish back meanwhile")
    void registryFails() {
        ask(Subject.LICENCE, "9931234");
        travel.runDueJobs();
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_CheckLicence);
        assertThat(registered().licenceNumber()).isNull();
        simulators.registries().answer("licence", "9931234", Behaviour.CONFIRMED);
        travel.by(Duration.ofHours(3));
        travel.runDueJobs();
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentApplied);

        ask(Subject.LICENCE, "9935678");
        travel.runDueJobs();
        desk.withdraw(asked.id());
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentWithdrawn);
        assertThat(registered().licenceNumber()).isEqualTo("9931234");
    }

    @Test
    @DisplayName("R17 A new name of the shop is reviewed, approved and shown at once; the trail names the officer and the step")
    void titleApproved() {
        ask(Subject.TITLE, "فروشگاه نوروز " + seal.id());
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_ReviewAmendment);
        assertThat(task()).hasCandidateGroup("case-officer");
        assertThat(task().getDueDate()).isAfter(Date.from(clock.instant()));
        assertThat(tasks.getVariablesLocal(task().getId())).containsEntry("changeOf", "نام فروشگاه")
            .containsEntry("formerly", seal.title()).containsEntry("wanted", asked.wanted().text())
            .containsEntry("holderReason", "نام تجاری ما عوض شده است.");
        assertThat(mailbox.await(owner.email(), "amendment-received").text()).contains(asked.wanted().text());
        assertThat(registered().title()).isEqualTo(seal.title());

        decide(DataAmendmentProcess.APPROVE);
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentApplied)
            .variables().doesNotContainKey(DataAmendmentProcess.AMENDMENT_VERDICT_REASONS);
        assertThat(found(asked.wanted().text())).first().extracting(Seal::id).isEqualTo(seal.id());
        assertThat(now().status()).isEqualTo(Status.APPLIED);
        assertThat(now().reviewedBy()).isEqualTo("officer1");
        ChangeEntry line = changes.findByCaseKeyOrderByIdDesc("seal-" + seal.id(), PageRequest.of(0, 50)).stream()
            .filter(each -> each.field().equals("title")).findFirst().orElseThrow();
        assertThat(line.oldText()).isEqualTo(seal.title());
        assertThat(line.newText()).isEqualTo(asked.wanted().text());
        assertThat(line.actor()).extracting(Actor::kind, Actor::name)
            .containsExactly(Actor.Kind.STAFF, "officer1");
        assertThat(line.actor().element()).matches("data-amendment:\\d+/Task_ApplyAmendment");
        assertThat(changes.findByCaseKeyOrderByIdDesc(asked.key().toString(), PageRequest.of(0, 50)).getContent())
            .extracting(ChangeEntry::field).contains("status", "reviewReasons", "closedAt");
    }

    @Test
    @DisplayName("R17 Refused: nothing changes, and the holder reads why; a verdict that the form does not offer is none")
    void refused() {
        ask(Subject.NAME, "شرکت دیگر");
        assertThatThrownBy(() -> tasks.complete(task().getId(), verdict("perhaps"))).hasMessageContaining("approved or refused");
        assertThatThrownBy(() -> tasks.complete(task().getId(), Map.of(DataAmendmentProcess.AMENDMENT_VERDICT,
            DataAmendmentProcess.REFUSE, DataAmendmentProcess.AMENDMENT_VERDICT_REASONS, " ")))
            .hasMessageContaining("reasons is missing");
        decide(DataAmendmentProcess.REFUSE);
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentRefused);
        assertThat(registered().business().name()).isEqualTo(seal.business().name());
        assertThat(now().status()).isEqualTo(Status.REFUSED);
        assertThat(mailbox.await(owner.email(), "amendment-refused").text()).contains("مدارک بررسی شد.", "شرکت دیگر");
        ask(Subject.NAME, "شرکت دیگر");
    }

    @Test
    @DisplayName("R17 A new name of the business shows on all its seals")
    void nameApproved() {
        Seal other = data.issuedSeal(registered().business());
        ask(Subject.NAME, "بازرگانی بهار");
        decide(DataAmendmentProcess.APPROVE);
        assertThat(found(other.domain())).first().extracting(hit -> hit.business().name())
            .isEqualTo("بازرگانی بهار");
    }

    @Test
    @DisplayName("R15 Another line of business is reviewed")
    void activity() {
        ask(Subject.ACTIVITY, "books");
        decide(DataAmendmentProcess.APPROVE);
        assertThat(registered().activity()).isEqualTo("books");
        assertThat(mailbox.await(owner.email(), "amendment-applied").text()).doesNotContain("books");
    }

    @Test
    @DisplayName("The holder takes a wish back while it waits, once; then it can be asked for again")
    void withdrawn() {
        ask(Subject.TITLE, "فروشگاه دیگر");
        assertThat(refusal(() -> ask(Subject.TITLE, "باز هم دیگر"))).isEqualTo(Reason.OPEN_ALREADY);
        desk.withdraw(asked.id());
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentWithdrawn);
        assertThat(now().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(task()).isNull();
        assertThat(refusal(() -> desk.withdraw(asked.id()))).isEqualTo(Reason.OVER);
        ask(Subject.TITLE, "باز هم دیگر");
        assertThat(process).isActive();
    }

    @Test
    @DisplayName("R17 One name change is under way per business, whichever of its seals it is asked for at")
    void oncePerBusiness() {
        Seal other = data.issuedSeal(registered().business());
        ask(Subject.NAME, "بازرگانی بهار");
        assertThat(refusal(() -> desk.ask(wish(other, Subject.NAME, Datum.of("دیگر"))))).isEqualTo(Reason.OPEN_ALREADY);
        assertThat(amendments.about(other.id(), other.business().id())).extracting(each -> each.id())
            .containsExactly(asked.id());
        desk.ask(wish(other, Subject.TITLE, Datum.of("فروشگاه دوم")));
    }

    @Test
    @DisplayName("R26 A seal taken away meanwhile: its changes are closed, and none can be asked for")
    void revoked() {
        ask(Subject.TITLE, "فروشگاه دیگر");
        register.revoke(seal.id(), "…");
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentClosed);
        assertThat(now().status()).isEqualTo(Status.CLOSED);
        assertThat(refusal(() -> ask(Subject.PHONE, "02100000000"))).isEqualTo(Reason.NOT_IN_FORCE);
    }

    @Test
    @DisplayName("R17 What is registered already is no change; what cannot be registered is no wish")
    void nothingNew() {
        assertThat(refusal(() -> ask(Subject.PHONE, "۰۲۱۶۶۰۰۰۰۰۰"))).isEqualTo(Reason.UNCHANGED);
        for (Subject subject : List.of(Subject.PHONE, Subject.ADDRESS, Subject.ACTIVITY, Subject.TITLE,
                Subject.LICENCE, Subject.DOMAIN)) {
            assertThatThrownBy(() -> wish(seal, subject, Datum.of(" "))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<Seal> found(String text) {
        return search.find(new SealQuery(text, null, 0, "", ""), 0, 100).seals();
    }

    private static Reason refusal(Runnable wish) {
        try {
            wish.run();
        } catch (AmendmentRefused refused) {
            return refused.reason();
        }
        return null;
    }
}
