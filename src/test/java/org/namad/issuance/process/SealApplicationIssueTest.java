package org.namad.issuance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
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
import org.namad.payment.Invoice;
import org.namad.payment.InvoiceItem;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.namad.verification.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** The straight path, and from the fee to the seal: payment, its reminders and its end, placement on the site. */
@NamadTest
class SealApplicationIssueTest extends SealApplicationSetup {

    @Autowired Seals seals;
    @Autowired Businesses businesses;
    @Autowired Mails mails;

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
            plain.phone(), true, true, null)));
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

    private Seal seal() {
        return seals.findById(now().sealId()).orElseThrow();
    }

    private long posted(String template) {
        return mails.of(submitted.key()).stream().map(Mail::template).filter(template::equals).count();
    }
}
