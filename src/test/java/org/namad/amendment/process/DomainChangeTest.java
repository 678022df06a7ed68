package org.namad.amendment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.amendment.Amendment.Status;
import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.AmendmentRefused.Reason;
import org.namad.amendment.Subject;
import org.namad.casefile.CaseFiles;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Submissions;
import org.namad.monitoring.Fault;
import org.namad.monitoring.PlacementCheck;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealBoard;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The weightiest change: a seal moves to another site. */
@NamadTest
class DomainChangeTest extends AmendmentSetup {

    @Autowired PlacementCheck placements;
    @Autowired SealBoard board;
    @Autowired CaseFiles files;
    @Autowired ApplicationDesk applications;
    @Value("${namad.base-url}") String baseUrl;

    private String newDomain;

    @BeforeEach
    void newSite() {
        newDomain = TestData.domain();
    }

    @Test
    @DisplayName("R16, R28 The seal moves once it is approved and found on the new site: with its number, its code and its term")
    void moves() {
        ask(Subject.DOMAIN, "HTTPS://WWW." + newDomain.toUpperCase() + "/shop");
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_ReviewAmendment);
        assertThat(tasks.getVariablesLocal(task().getId())).containsEntry("formerly", seal.domain())
            .containsEntry("wanted", newDomain)
            .extractingByKey("papers").asString().contains("(http://" + newDomain + "/)");
        decide(DataAmendmentProcess.APPROVE);
        assertThat(now().status()).isEqualTo(Status.PLACEMENT);
        assertThat(mailbox.await(owner.email(), "amendment-place-seal").text())
            .contains(Snippet.of(seal, baseUrl), "مهلت");
        travel.runDueJobs();
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_AwaitPlacement);
        assertThat(now().placementFault()).isEqualTo(Fault.NO_SNIPPET);
        assertThat(registered().domain()).isEqualTo(seal.domain());
        assertThat(seals.findByDomain(newDomain)).isEmpty();

        simulators.shops().place(newDomain, Snippet.of(seal, baseUrl));
        desk.reportPlacement(asked.id());
        travel.runDueJobs();
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentApplied);
        Seal moved = seals.findByDomain(newDomain).orElseThrow();
        assertThat(moved.id()).isEqualTo(seal.id());
        assertThat(moved.code()).isEqualTo(seal.code());
        assertThat(moved.url()).isEqualTo("http://" + newDomain + "/");
        assertThat(moved.expiresAt()).isEqualTo(seal.expiresAt());
        assertThat(seals.findByDomain(seal.domain())).isEmpty();
        assertThat(board.of(seal.id(), seal.code(), "http://" + newDomain + "/").sign()).isEqualTo("active");
        assertThat(board.of(seal.id(), seal.code(), seal.url()).sign()).isEqualTo("elsewhere");
        assertThat(placements.check(seal.id()).placed()).isTrue();
        assertThat(mailbox.await(owner.email(), "amendment-applied").text()).contains(seal.domain(), newDomain);
        desk.reportPlacement(asked.id());
    }

    @Test
    @DisplayName("R28 N15 Staff read a Persian address that is wished for as it is written")
    void persianAddress() {
        String wanted = "ترمه‌سرا" + seal.id() + ".example";
        ask(Subject.DOMAIN, wanted);
        assertThat(asked.wanted().text()).startsWith("xn--");
        assertThat(files.facts(asked.key(), Locale.forLanguageTag("fa"))).containsEntry("wanted", wanted);
    }

    @Test
    @DisplayName("R16 The new site is looked at every six hours; a wrong code does not do")
    void looksAgain() {
        approved();
        simulators.shops().place(newDomain, Snippet.of(seal, baseUrl).replace(seal.code(), "wrong"));
        travel.by(Duration.ofHours(6).plusMinutes(1));
        assertThat(now().placementFault()).isEqualTo(Fault.WRONG_ID_OR_CODE);
        simulators.shops().redirect(newDomain, "http://" + seal.domain() + "/");
        simulators.shops().place(seal.domain(), Snippet.of(seal, baseUrl));
        travel.by(Duration.ofHours(6).plusMinutes(1));
        assertThat(now().placementFault()).isEqualTo(Fault.OTHER_SITE);
        simulators.shops().reset(newDomain);
        simulators.shops().place(newDomain, Snippet.of(seal, baseUrl));
        travel.by(Duration.ofHours(6).plusMinutes(1));
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.Event_TimeToLookAgain,
            DataAmendmentProcess.End_AmendmentApplied);
    }

    @Test
    @DisplayName("R16 Never placed: reminded after 7 days, closed after 30; the seal stays where it is")
    void neverPlaced() {
        approved();
        assertThat(desk.placementDeadline(asked.id()).orElseThrow())
            .isCloseTo(now().reviewedAt().plus(Duration.ofDays(30)), within(1, ChronoUnit.MINUTES));
        travel.by(Duration.ofDays(7).plusMinutes(1));
        assertThat(posted("amendment-placement-reminder")).isEqualTo(1);
        assertThat(process).hasPassed(DataAmendmentProcess.End_RemindedOfPlacement).isActive();
        travel.by(Duration.ofDays(23));
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_PlacementNotFound);
        assertThat(now().status()).isEqualTo(Status.NOT_PLACED);
        assertThat(registered().domain()).isEqualTo(seal.domain());
        assertThat(mailbox.await(owner.email(), "amendment-not-placed").text()).contains(seal.domain(), newDomain);
        assertThat(posted("amendment-placement-reminder")).isEqualTo(1);
        assertThat(desk.placementDeadline(asked.id())).isEmpty();
    }

    @Test
    @DisplayName("R16 The holder changes their mind while the new site is waited for")
    void withdrawn() {
        approved();
        desk.withdraw(asked.id());
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentWithdrawn);
        simulators.shops().place(newDomain, Snippet.of(seal, baseUrl));
        travel.by(Duration.ofHours(7));
        assertThat(registered().domain()).isEqualTo(seal.domain());
    }

    @Test
    @DisplayName("R16, R25 No seal moves to a site that has one, or is about to get one, nor while it is withheld")
    void taken() {
        Seal others = data.issuedSeal();
        assertThat(refusal(others.domain())).isEqualTo(Reason.DOMAIN_TAKEN);
        Person applicant = data.person();
        String wanted = TestData.domain();
        applications.submit(Submissions.of(applicant, wanted), Submissions.documents(Business.Kind.NATURAL));
        assertThat(refusal(wanted)).isEqualTo(Reason.DOMAIN_TAKEN);
        ask(Subject.DOMAIN, newDomain);
        Seal second = data.issuedSeal(registered().business());
        assertThatThrownBy(() -> desk.ask(wish(second, Subject.DOMAIN, asked.wanted())))
            .isInstanceOfSatisfying(AmendmentRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.DOMAIN_TAKEN));
        desk.withdraw(asked.id());
        register.suspend(seal.id(), "…");
        assertThat(refusal(newDomain)).isEqualTo(Reason.NOT_IN_FORCE);
    }

    @Test
    @DisplayName("R16, R28 Nobody applies for a site to which a seal is to move, until that is settled")
    void wantedFirst() {
        ask(Subject.DOMAIN, newDomain);
        NewApplication application = Submissions.of(data.person(), newDomain);
        assertThatThrownBy(() -> applications.submit(application, Submissions.documents(Business.Kind.NATURAL)))
            .isInstanceOfSatisfying(ApplicationRefused.class, refused ->
                assertThat(refused.reason()).isEqualTo(ApplicationRefused.Reason.DOMAIN_CLAIMED));
        desk.withdraw(asked.id());
        assertThat(applications.submit(application, Submissions.documents(Business.Kind.NATURAL)).domain())
            .isEqualTo(newDomain);
    }

    @Test
    @DisplayName("R16 The site gets another seal during the review: it cannot be approved any more, only refused")
    void takenMeanwhile() {
        ask(Subject.DOMAIN, newDomain);
        register.prepare(data.business(), "دیگری", newDomain, "http://" + newDomain + "/", "toys");
        assertThatThrownBy(() -> tasks.complete(task().getId(), verdict(DataAmendmentProcess.APPROVE)))
            .hasMessageContaining("meanwhile");
        decide(DataAmendmentProcess.REFUSE);
        assertThat(process).isEnded().hasPassed(DataAmendmentProcess.End_AmendmentRefused);
    }

    private void approved() {
        ask(Subject.DOMAIN, newDomain);
        decide(DataAmendmentProcess.APPROVE);
        travel.runDueJobs();
        assertThat(process).isWaitingAt(DataAmendmentProcess.Task_AwaitPlacement);
    }

    private Reason refusal(String domain) {
        try {
            ask(Subject.DOMAIN, domain);
        } catch (AmendmentRefused refused) {
            return refused.reason();
        }
        return null;
    }
}
