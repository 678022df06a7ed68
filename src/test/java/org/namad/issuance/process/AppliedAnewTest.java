package org.namad.issuance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.Applications;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@NamadTest
class AppliedAnewTest {

    @Autowired ApplicationDesk desk;
    @Autowired Applications applications;
    @Autowired ApplicationFlow flow;
    @Autowired Payments payments;
    @Autowired SealRegister register;
    @Autowired FiledComplaints complaints;
    @Autowired Simulators simulators;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Value("${namad.base-url}") String baseUrl;

    private Person owner;
    private Seal expired;

    @BeforeEach
    void expire() {
        owner = data.person();
        String domain = TestData.domain();
        expired = register.prepare(data.business(owner), "نام پیشین", domain, "http://" + domain + "/", "books");
        register.issue(expired.id(), Period.ZERO);
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.EXPIRED);
    }

    @AfterEach
    void leaveNothingBehind() {
        applications.findByApplicantIdOrderByIdDesc(owner.id()).forEach(application ->
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(application.key().toString()).list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "the test is over")));
    }

    @Test
    @DisplayName("R18 The owner of an expired seal applies anew: checked, paid, placed, the same seal in force for two years")
    void anew() {
        Application application = paid();
        assertThat(application.sealId()).isEqualTo(expired.id());
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.EXPIRED);

        simulators.shops().place(expired.domain(), Snippet.of(expired, baseUrl));
        flow.reportPlacement(application.id());
        travel.runDueJobs();

        assertThat(now(application).stage()).isEqualTo(Stage.ISSUED);
        assertThat(seal().code()).isEqualTo(expired.code());
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.ACTIVE);
        assertThat(seal().title()).isEqualTo("پوشاک آزمون");
        assertThat(seal().activity()).isEqualTo("clothing");
        assertThat(seal().expiresAt()).isCloseTo(ZonedDateTime.ofInstant(clock.instant(), NamadClock.TEHRAN)
            .plusYears(2).toInstant(), within(1, ChronoUnit.MINUTES));
        mailbox.await(owner.email(), "application-seal-issued");
    }

    @Test
    @DisplayName("R18 Applied for anew but never placed: the seal stays expired, with its record, and can be applied for again")
    void lapsed() {
        Application application = paid();
        travel.by(Duration.ofDays(31));

        assertThat(now(application).stage()).isEqualTo(Stage.NOT_PLACED);
        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.EXPIRED);
        assertThat(seal().code()).isEqualTo(expired.code());
        submit(owner);
    }

    @Test
    @DisplayName("R20 An expired seal against which a complaint stands is refused, with the day until when")
    void blocked() {
        complaints.unanswered(expired, 1);
        assertThatThrownBy(() -> submit(owner)).isInstanceOfSatisfying(ApplicationRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(ApplicationRefused.Reason.DOMAIN_BLOCKED);
            assertThat(refused.until()).isCloseTo(ZonedDateTime.ofInstant(clock.instant(), NamadClock.TEHRAN)
                .plusYears(2).toInstant(), within(1, ChronoUnit.MINUTES));
        });
        assertThat(applications.findByOpenDomain(expired.domain())).isEmpty();
    }

    @Test
    @DisplayName("R28 Somebody else's expired seal, and one's own seal that is suspended or was revoked, are refused")
    void sealed() {
        assertSealed(data.person());
        register.suspend(expired.id(), "در دست بررسی");
        assertSealed(owner);
        register.revoke(expired.id(), "سلب شد");
        assertSealed(owner);
    }

    @Test
    @DisplayName("R26 A seal revoked while it was applied for anew is not put in force")
    void revokedMeanwhile() {
        Application application = paid();
        register.revoke(expired.id(), "سلب شد");
        simulators.shops().place(expired.domain(), Snippet.of(expired, baseUrl));
        flow.reportPlacement(application.id());
        travel.runDueJobs();

        assertThat(seal().statusAt(clock.instant())).isEqualTo(SealStatus.REVOKED);
        assertThat(now(application).stage()).isEqualTo(Stage.PLACEMENT);
    }

    private void assertSealed(Person applicant) {
        assertThatThrownBy(() -> submit(applicant)).isInstanceOfSatisfying(ApplicationRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ApplicationRefused.Reason.DOMAIN_SEALED));
    }

    private Application submit(Person applicant) {
        return desk.submit(Submissions.of(applicant, expired.domain()), Submissions.documents(Business.Kind.NATURAL));
    }

    /** An application for the expired seal up to the placement. */
    private Application paid() {
        Application application = submit(owner);
        travel.runDueJobs();
        URI startPage = payments.pay(now(application).invoiceNumber(), owner.id(), "نماد").orElseThrow();
        simulators.zarinPal().pay(startPage.toString());
        payments.settle(startPage.getPath().substring(startPage.getPath().lastIndexOf('/') + 1));
        travel.runDueJobs();
        assertThat(now(application).stage()).isEqualTo(Stage.PLACEMENT);
        return now(application);
    }

    private Application now(Application application) {
        return applications.findById(application.id()).orElseThrow();
    }

    private Seal seal() {
        return register.get(expired.id());
    }
}
