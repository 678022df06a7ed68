package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintRefused;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.conduct.Ledger;
import org.namad.engine.TimeTravel;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@NamadTest
class ComplaintRaceTest {

    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired Ledger ledger;
    @Autowired ManagementService management;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;

    @RepeatedTest(5)
    @DisplayName("R1, R2 Answer and deadline at the same moment: the answer is never lost, a point only if the deadline won")
    void answerMeetsTimer() throws Exception {
        Seal seal = data.issuedSeal();
        Complaint complaint = desk.register(wish(data.person(), seal));
        travel.runDueJobs();
        clock.moveTo(complaint.answerDue());
        Job deadline = management.createJobQuery().activityId(ComplaintProcess.Event_AnswerDeadlinePassed)
            .processDefinitionKey(ComplaintProcess.KEY).orderByJobId().desc().list().stream()
            .filter(job -> job.getDuedate().toInstant().equals(complaint.answerDue())).findFirst().orElseThrow();
        CyclicBarrier start = new CyclicBarrier(2);

        CompletableFuture<Void> timer = CompletableFuture.runAsync(() -> {
            await(start);
            try {
                management.executeJob(deadline.getId());
            } catch (ProcessEngineException | OptimisticLockingFailureException lost) {
                // The answer was faster; the job executor would find nothing left to do.
            }
        });
        await(start);
        boolean late = desk.answer(complaint.id(), "پاسخ").answeredLate();
        timer.join();
        travel.runDueJobs();

        Complaint now = complaints.findById(complaint.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(ComplaintStatus.AWAITING_VERDICT);
        assertThat(now.answer()).isEqualTo("پاسخ");
        assertThat(now.answeredLate()).isEqualTo(late);
        assertThat(ledger.points(seal.id())).isEqualTo(late ? 1 : 0);
    }

    @Test
    @DisplayName("R4 Two complaints of one person about one site at the same moment: one is registered")
    void twiceAtOnce() {
        Seal seal = data.issuedSeal();
        Person consumer = data.person();
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        Runnable attempt = () -> {
            await(start);
            try {
                desk.register(wish(consumer, seal));
            } catch (ComplaintRefused second) {
                assertThat(second.reason()).isEqualTo(ComplaintRefused.Cause.SECOND_OF_THE_DAY);
                refused.incrementAndGet();
            }
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(attempt);
        attempt.run();
        other.join();

        assertThat(refused).hasValue(1);
        assertThat(complaints.filedBy(consumer.id())).hasSize(1);
    }

    private static NewComplaint wish(Person consumer, Seal seal) {
        return new NewComplaint(consumer.id(), seal.domain(), "F-1", null, ComplaintReason.OTHER, "شرح", null);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
