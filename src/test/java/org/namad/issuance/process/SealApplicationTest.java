package org.namad.issuance.process;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.demo.simulators.Behaviour;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.Applications;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Particulars;
import org.namad.issuance.Registry;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.monitoring.Fault;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.party.Business;
import org.namad.party.Businesses;
import org.namad.party.LegalId;
import org.namad.party.Person;
import org.namad.payment.Invoice;
import org.namad.payment.InvoiceItem;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.namad.verification.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@NamadTest
class SealApplicationTest {

    @Autowired ApplicationDesk desk;
    @Autowired Applications applications;
    @Autowired ApplicationFlow flow;
    @Autowired Payments payments;
    @Autowired Seals seals;
    @Autowired Businesses businesses;
    @Autowired Mails mails;
    @Autowired Simulators simulators;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Value("${namad.base-url}") String baseUrl;

    private Person applicant;
    private String domain;
    private Application submitted;
    private ProcessInstance process;

    @BeforeEach
    void newcomer() {
        applicant = data.person();
        domain = TestData.domain();
    }

    /** What still waits would be looked at every few hours whenever another test travels. */
    @AfterEach
    void leaveNothingBehind() {
        applications.findByApplicantIdOrderByIdDesc(applicant.id()).forEach(application ->
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(application.key().toString()).list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "the test is over")));
    }

    @Test
    @DisplayName("R13, R14, R16, R18 A natural person's shop: checked, paid, placed, issued for two years, by nobody's hand")
    void straight() {
        submit(Submissions.of(applicant, domain));
        assertThat(process).isActive();
        assertThat(now().stage()).isEqualTo(Stage.CHECKS);

        travel.runDueJobs();
        assertThat(process).isWaitingAt(SealApplicationProcess.Task_AwaitPayment)
            .hasNotPassed(SealApplicationProcess.Task_CheckPoliceRecord);
        assertThat(now().finding(Registry.IDENTITY)).isEqualTo(Finding.CONFIRMED);
        assertThat(now().finding(Registry.LICENCE)).isEqualTo(Finding.CONFIRMED);
        assertThat(now().finding(Registry.POLICE)).isNull();
        assertThat(now().fee()).containsExactly(new InvoiceItem("issuance.fee.base", 175_000));
        assertThat(mailbox.await(applicant.email(), "application-fee-due").html())
            .contains(baseUrl + "/payments/" + now().invoiceNumber());

        pay();
        assertThat(now().stage()).isEqualTo(Stage.PLACEMENT);
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.PENDING);
        assertThat(now().placementFault()).isEqualTo(Fault.NO_SNIPPET);
        assertThat(mailbox.await(applicant.email(), "application-place-seal").text())
            .contains(Snippet.of(seal(), baseUrl));

        placeSnippet();
        flow.reportPlacement(submitted.id());
        travel.runDueJobs();

        assertThat(process).isEnded().hasPassed("End_SealIssued");
        assertThat(now().stage()).isEqualTo(Stage.ISSUED);
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.ACTIVE);
        assertThat(seal().expiresAt()).isEqualTo(
            ZonedDateTime.ofInstant(seal().issuedAt(), NamadClock.TEHRAN).plusYears(2).toInstant());
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(process.getId()).count()).isZero();
        assertThat(mailbox.await(applicant.email(), "application-seal-issued").html())
            .contains("/profile?id=" + seal().id());
    }

    @Test
    @DisplayName("R12, R14 A company with extras: its own ID is checked and every item stands on the invoice")
    void company() {
        LegalId legalId = TestData.legalId();
        Particulars plain = Submissions.company(legalId);
        submit(Submissions.of(applicant, domain, new Particulars(plain.kind(), plain.businessName(), plain.legalId(),
            plain.title(), plain.activity(), plain.licenceNumber(), plain.province(), plain.city(), plain.address(),
            plain.phone(), true, true)));
        travel.runDueJobs();

        assertThat(now().holderId()).isEqualTo(legalId.value());
        Invoice invoice = payments.of(submitted.key()).orElseThrow();
        assertThat(invoice.items()).containsExactlyInAnyOrder(new InvoiceItem("issuance.fee.base", 175_000),
            new InvoiceItem("issuance.fee.postal-validation", 25_000),
            new InvoiceItem("issuance.fee.technical-placement", 60_000));
        pay();
        assertThat(businesses.findByOwnerId(applicant.id())).singleElement()
            .extracting(Business::legalId).isEqualTo(legalId.value());
    }

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

    @Test
    @DisplayName("R14 Unpaid: reminded after 3 and 7 days, lapsed after 14; the invoice is void and the domain free")
    void lapsed() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        travel.by(Duration.ofDays(3));
        assertThat(posted("application-fee-reminder")).isEqualTo(1);
        travel.by(Duration.ofDays(4));
        assertThat(posted("application-fee-reminder")).isEqualTo(2);
        assertThat(now().stage()).isEqualTo(Stage.PAYMENT);
        travel.by(Duration.ofDays(7).plusMinutes(1));

        assertThat(process).isEnded().hasPassed("End_RemindedDay3", "End_RemindedDay7", "End_ApplicationLapsed");
        assertThat(now().stage()).isEqualTo(Stage.LAPSED);
        assertThat(payments.of(submitted.key()).orElseThrow().status()).isEqualTo(Invoice.Status.CANCELLED);
        mailbox.await(applicant.email(), "application-fee-reminder", 2);
        mailbox.await(applicant.email(), "application-lapsed");
        submit(Submissions.of(applicant, domain));
    }

    @Test
    @DisplayName("R14 A payment confirmed twice prepares one seal")
    void paidTwice() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        String authority = pay();
        Long sealId = now().sealId();
        payments.settle(authority);
        travel.runDueJobs();
        assertThat(now().sealId()).isEqualTo(sealId);
        assertThat(posted("application-place-seal")).isEqualTo(1);
    }

    @Test
    @DisplayName("R16 The site is looked at every six hours, without anybody asking")
    void looksAgain() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        pay();
        simulators.shops().place(domain, Snippet.of(seal(), baseUrl).replace(seal().code(), "wrong"));
        travel.by(Duration.ofHours(6).plusMinutes(1));
        assertThat(now().placementFault()).isEqualTo(Fault.WRONG_ID_OR_CODE);
        assertThat(process).isActive();

        placeSnippet();
        travel.by(Duration.ofHours(6).plusMinutes(1));
        assertThat(process).isEnded().hasPassed("End_SealIssued");
        assertThat(now().placementFault()).isEqualTo(Fault.NONE);
    }

    @Test
    @DisplayName("R16 Never placed: reminded after 7 days, closed after 30; the pending seal is discarded")
    void notPlaced() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        pay();
        long sealId = now().sealId();
        travel.by(Duration.ofDays(7).plusMinutes(1));
        assertThat(posted("application-placement-reminder")).isEqualTo(1);
        travel.by(Duration.ofDays(23));

        assertThat(process).isEnded().hasPassed("End_RemindedPlacement", "End_PlacementNotFound");
        assertThat(now().stage()).isEqualTo(Stage.NOT_PLACED);
        assertThat(seals.findById(sealId)).isEmpty();
        mailbox.await(applicant.email(), "application-not-placed");
        submit(Submissions.of(applicant, domain));
    }

    @Test
    @DisplayName("R15 A registry that fails is asked again with growing pauses; after the last try staff see an incident")
    void registryDown() {
        simulators.registries().answer("identity", applicant.nationalId().value(), Behaviour.FAILING);
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

    private void submit(NewApplication application) {
        submitted = desk.submit(application, Submissions.documents(application.particulars().kind()));
        process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(submitted.key().toString())
            .singleResult();
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

    /** Pays at the gateway and comes back; returns the payment's authority. */
    private String pay() {
        URI startPage = payments.pay(now().invoiceNumber(), applicant.id(), "نماد").orElseThrow();
        simulators.zarinPal().pay(startPage.toString());
        String authority = startPage.getPath().substring(startPage.getPath().lastIndexOf('/') + 1);
        payments.settle(authority);
        travel.runDueJobs();
        return authority;
    }

    private void placeSnippet() {
        simulators.shops().place(domain, Snippet.of(seal(), baseUrl));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    private Application now() {
        return applications.findById(submitted.id()).orElseThrow();
    }

    private Seal seal() {
        return seals.findById(now().sealId()).orElseThrow();
    }

    private long posted(String template) {
        return mails.of(submitted.key()).stream().map(Mail::template).filter(template::equals).count();
    }

    private String processId() {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(submitted.key().toString())
            .singleResult().getId();
    }
}
