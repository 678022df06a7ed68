package org.namad.issuance.process;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.namad.NamadTest;
import org.namad.demo.simulators.Behaviour;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Registry;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.party.Business;
import org.namad.party.LegalId;
import org.namad.verification.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** From submission to the fee: whether a seal is needed, what the registries say, what an officer decides. */
@NamadTest
class SealApplicationReviewTest extends SealApplicationSetup {

    @Autowired TaskService tasks;
    @Autowired ManagementService management;

    @Test
    @DisplayName("R11 A site that needs no seal is told so, and pays nothing")
    void notNeeded() {
        NewApplication shop = Submissions.of(applicant, domain);
        submit(new NewApplication(shop.submissionId(), applicant.id(), false, false, domain, shop.particulars()));

        assertThat(now().stage()).isEqualTo(Stage.NOT_NEEDED);
        assertThat(payments.of(submitted.key())).isEmpty();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(processId())
            .activityId("End_NoSealNeeded").count()).isOne();
        travel.runDueJobs();
        mailbox.await(applicant.email(), "application-not-needed");
    }

    @Test
    @DisplayName("R15 A trade that needs it is checked by the police too")
    void policeConfirms() {
        submit(Submissions.of(applicant, domain, "jewellery", "123-456"));
        travel.runDueJobs();
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_AwaitPayment)
            .hasPassed(SealApplicationProcess.Task_CheckPoliceRecord);
        assertThat(now().finding(Registry.POLICE)).isEqualTo(Finding.CONFIRMED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"identity, clothing", "police, jewellery"})
    @DisplayName("R13, R15 Disqualified by a registry: rejected at once, with the reason, unpaid")
    void disqualified(String registry, String activity) {
        simulators.registries().answer(registry, applicant.nationalId().value(), Behaviour.NEGATIVE);
        submit(Submissions.of(applicant, domain, activity, "123-456"));
        travel.runDueJobs();

        assertThat(process).isEnded().hasPassed("End_RejectedOnFindings");
        assertThat(now().stage()).isEqualTo(Stage.REJECTED);
        assertThat(payments.of(submitted.key())).isEmpty();
        assertThat(mailbox.await(applicant.email(), "application-rejected").text())
            .contains(registry.equals("police") ? "پلیس" : "ثبت احوال");
        submit(Submissions.of(applicant, domain));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"identity, MISMATCH", "identity, UNKNOWN", "licence, MISMATCH", "licence, UNKNOWN", "licence, NEGATIVE"})
    @DisplayName("R13, R15 Any other finding goes to an officer, who sees what the registry said")
    void review(String registry, Behaviour behaviour) {
        String licence = "L" + applicant.nationalId();
        simulators.registries().answer(registry, registry.equals("identity") ? applicant.nationalId().value() : licence,
            behaviour);
        submit(Submissions.of(applicant, domain, "clothing", licence));
        travel.runDueJobs();

        assertThat(process).isWaitingAt(SealApplicationProcess.Task_ReviewApplication);
        assertThat(now().stage()).isEqualTo(Stage.REVIEW);
        assertThat(task()).hasCandidateGroup("case-officer");
        Map<String, Object> shown = tasks.getVariablesLocal(task().getId());
        assertThat(shown).containsEntry("domain", domain).containsEntry("nationalId", applicant.nationalId().value())
            .containsEntry("licenceNumber", licence);
        assertThat((String) shown.get(registry + "Finding")).contains("(");
        assertThat((String) shown.get("nationalCardUrl")).startsWith(baseUrl + "/staff/documents/");
    }

    @Test
    @DisplayName("R13 The officer approves: on to the fee")
    void approved() {
        toReview();
        decide("approve", "نام خانوادگی تازه تغییر کرده است");
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_AwaitPayment);
        assertThat(now().stage()).isEqualTo(Stage.PAYMENT);
    }

    @Test
    @DisplayName("R15 The officer rejects: the applicant reads the officer's reason, the domain is free")
    void rejectedByOfficer() {
        toReview();
        decide("reject", "پروانه به نام شخص دیگری است");
        assertThat(process).isEnded().hasPassed("End_RejectedByOfficer");
        assertThat(now().stage()).isEqualTo(Stage.REJECTED);
        assertThat(mailbox.await(applicant.email(), "application-rejected").text())
            .contains("پروانه به نام شخص دیگری است");
        assertThat(applications.findByOpenDomain(domain)).isEmpty();
    }

    @Test
    @DisplayName("R12, R15 The officer asks for a correction; corrected, the registries are asked anew")
    void corrected() {
        toReview();
        decide("correct", "شماره پروانه را درست بنویسید");
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_CorrectApplication);
        assertThat(now().stage()).isEqualTo(Stage.CORRECTION);
        assertThat(mailbox.await(applicant.email(), "application-correction").text())
            .contains("شماره پروانه را درست بنویسید");

        desk.correct(submitted.id(), applicant.id(), Submissions.particulars("clothing", "123-456", false), List.of());
        assertThat(now().stage()).isEqualTo(Stage.CHECKS);
        assertThat(now().finding(Registry.LICENCE)).isNull();
        travel.runDueJobs();

        assertThat(process).isWaitingAt(SealApplicationProcess.Task_AwaitPayment);
        assertThat(now().finding(Registry.LICENCE)).isEqualTo(Finding.CONFIRMED);
        assertThatThrownBy(() -> desk.correct(submitted.id(), applicant.id(),
            Submissions.particulars("clothing", "123-456", false), List.of()))
            .isInstanceOfSatisfying(ApplicationRefused.class, refused ->
                assertThat(refused.reason()).isEqualTo(ApplicationRefused.Reason.NOT_AWAITED));
    }

    @Test
    @DisplayName("R15 Not corrected within 14 days: withdrawn, the domain is free")
    void withdrawn() {
        toReview();
        decide("correct", "تصویر کارت ملی خوانا نیست");
        assertThat(flow.deadline(submitted.id(), ApplicationFlow.Deadline.CORRECTION).orElseThrow())
            .isCloseTo(clock.instant().plus(14, DAYS), within(70, MINUTES));
        travel.by(Duration.ofDays(13));
        assertThat(process).isActive();
        travel.by(Duration.ofDays(2));

        assertThat(process).isEnded().hasPassed("End_ApplicationWithdrawn");
        assertThat(now().stage()).isEqualTo(Stage.WITHDRAWN);
        mailbox.await(applicant.email(), "application-withdrawn");
        submit(Submissions.of(applicant, domain));
    }

    @ParameterizedTest
    @EnumSource(value = Behaviour.class, names = {"FAILING", "GARBLED"})
    @DisplayName("R15 A registry that fails, or answers nonsense, is asked again with growing pauses; after the last try "
        + "staff see an incident")
    void registryDown(Behaviour trouble) {
        simulators.registries().answer("identity", applicant.nationalId().value(), trouble);
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        assertThat(runtime.createIncidentQuery().processInstanceId(process.getId()).count()).isZero();
        assertThat(now().finding(Registry.LICENCE)).isEqualTo(Finding.CONFIRMED);

        for (Duration pause : List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofMinutes(30), Duration.ofHours(2))) {
            travel.by(pause.plusSeconds(1));
            travel.runDueJobs();
        }
        Incident incident = runtime.createIncidentQuery().processInstanceId(process.getId()).singleResult();
        assertThat(incident.getActivityId()).isEqualTo(SealApplicationProcess.Task_CheckIdentity);

        simulators.registries().reset("identity", applicant.nationalId().value());
        management.setJobRetries(incident.getConfiguration(), 1);
        management.executeJob(incident.getConfiguration());
        travel.runDueJobs();
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_AwaitPayment);
    }

    @Test
    @DisplayName("R28 One application at a time, and one seal, per domain; the same submission sent twice is one")
    void once() {
        NewApplication first = Submissions.of(applicant, domain);
        submit(first);
        assertThat(desk.submit(first, Submissions.documents(Business.Kind.NATURAL)).id()).isEqualTo(submitted.id());
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(submitted.key().toString()).count())
            .isOne();
        assertRefused(Submissions.of(data.person(), "www." + domain), ApplicationRefused.Reason.DOMAIN_OPEN);
        assertRefused(Submissions.of(data.person(), data.issuedSeal().domain()),
            ApplicationRefused.Reason.DOMAIN_SEALED);
    }

    @Test
    @DisplayName("R12 Without its documents, or for somebody else's company, nothing is taken")
    void refused() {
        assertThatThrownBy(() -> desk.submit(Submissions.of(applicant, domain), List.of()))
            .isInstanceOf(ApplicationRefused.class);
        LegalId others = new LegalId(data.company().legalId());
        assertRefused(Submissions.of(applicant, domain, Submissions.company(others)),
            ApplicationRefused.Reason.OTHER_REPRESENTATIVE);
        assertThat(applications.findByApplicantIdOrderByIdDesc(applicant.id())).isEmpty();
    }

    private void assertRefused(NewApplication application, ApplicationRefused.Reason reason) {
        assertThatThrownBy(() -> desk.submit(application, Submissions.documents(application.particulars().kind())))
            .isInstanceOfSatisfying(ApplicationRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void toReview() {
        String licence = "L" + UUID.randomUUID().toString().substring(0, 8);
        simulators.registries().answer("licence", licence, Behaviour.MISMATCH);
        submit(Submissions.of(applicant, domain, "clothing", licence));
        travel.runDueJobs();
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_ReviewApplication);
    }

    private void decide(String decision, String reason) {
        tasks.complete(task().getId(), Map.of("reviewDecision", decision, "reviewReason", reason));
        travel.runDueJobs();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    private String processId() {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(submitted.key().toString())
            .singleResult().getId();
    }
}
