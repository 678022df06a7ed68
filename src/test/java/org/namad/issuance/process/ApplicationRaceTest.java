package org.namad.issuance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.namad.NamadTest;
import org.namad.demo.simulators.Behaviour;
import org.namad.issuance.ApplicationRefused;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.payment.Invoice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an applicant does while a deadline passes: one of the two holds, and the applicant is told which. */
@NamadTest
class ApplicationRaceTest extends SealApplicationSetup {

    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired JdbcTemplate jdbc;

    @RepeatedTest(5)
    @DisplayName("R14 Paid while the deadline for paying passes: the seal is prepared, or the money is marked for paying back")
    void paymentMeetsDeadline() {
        submit(Submissions.of(applicant, domain));
        travel.runDueJobs();
        URI startPage = payments.pay(now().invoiceNumber(), applicant.id(), "نماد").orElseThrow();
        simulators.zarinPal().pay(startPage.toString());
        String authority = startPage.getPath().substring(startPage.getPath().lastIndexOf('/') + 1);
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Void> deadline = passing(SealApplicationProcess.Event_PaymentDeadlinePassed, start);
        await(start);
        Invoice.Status told = payments.payerReturned(authority).status();
        deadline.join();
        travel.runDueJobs();

        boolean paid = told == Invoice.Status.PAID;
        assertThat(payments.of(submitted.key()).orElseThrow().status())
            .isEqualTo(paid ? Invoice.Status.PAID : Invoice.Status.CANCELLED);
        assertThat(now().stage()).isEqualTo(paid ? Stage.PLACEMENT : Stage.LAPSED);
        assertThat(jdbc.queryForObject("select status from payment_attempt where authority = ?", String.class,
            authority)).isEqualTo(paid ? "PAID" : "SURPLUS");
    }

    @RepeatedTest(5)
    @DisplayName("R12 Corrected while the deadline for it passes: the registries are asked anew, or the applicant is told that it is over")
    void correctionMeetsDeadline() {
        String licence = "L" + UUID.randomUUID().toString().substring(0, 8);
        simulators.registries().answer("licence", licence, Behaviour.MISMATCH);
        submit(Submissions.of(applicant, domain, "clothing", licence));
        travel.runDueJobs();
        tasks.complete(tasks.createTaskQuery().processInstanceId(process.getId()).singleResult().getId(),
            Map.of("reviewDecision", "correct", "reviewReason", "شماره پروانه را درست بنویسید"));
        travel.runDueJobs();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Void> deadline = passing(SealApplicationProcess.Event_CorrectionDeadlinePassed, start);
        await(start);
        boolean taken = true;
        try {
            desk.correct(submitted.id(), applicant.id(), Submissions.particulars("clothing", "123-456", false), List.of());
        } catch (ApplicationRefused late) {
            assertThat(late.reason()).isEqualTo(ApplicationRefused.Reason.NOT_AWAITED);
            taken = false;
        }
        deadline.join();
        travel.runDueJobs();

        assertThat(now().stage()).isEqualTo(taken ? Stage.PAYMENT : Stage.WITHDRAWN);
        assertThat(now().particulars().licenceNumber()).isEqualTo(taken ? "123-456" : licence);
    }

    /** Lets the timer fire as soon as both sides are at the start; it may find that the applicant was faster. */
    private CompletableFuture<Void> passing(String event, CyclicBarrier start) {
        Job timer = management.createJobQuery().processInstanceId(process.getId()).activityId(event).singleResult();
        clock.moveTo(timer.getDuedate().toInstant());
        return CompletableFuture.runAsync(() -> {
            await(start);
            try {
                management.executeJob(timer.getId());
            } catch (ProcessEngineException | ConcurrencyFailureException lost) {
                // The applicant was faster; the job executor would find nothing left to do.
            }
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
