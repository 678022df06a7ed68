package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
import org.namad.complaint.NotAwaited;
import org.namad.complaint.Side;
import org.namad.complaint.Statement;
import org.namad.conduct.Ledger;
import org.namad.engine.TimeTravel;
import org.namad.notification.Mails;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@NamadTest
class ComplaintRaceTest {

    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired Ledger ledger;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired Mails mails;
    @Autowired SealRegister register;
    @Autowired TransactionTemplate transaction;
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
            } catch (ProcessEngineException | OptimisticLockingFailureException | IllegalStateException lost) {
                // The answer was faster, by whatever of it the timer saw first: the job's end, another version of the
                // complaint, or its new state. The job executor would find nothing left to do.
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

    @Test
    @DisplayName("N6 Both sides appeal against a ruling at the same moment: one is taken, the other kindly refused")
    void twoAppealsAtOnce() {
        Seal seal = data.issuedSeal();
        Complaint complaint = desk.register(wish(data.person(), seal));
        desk.answer(complaint.id(), "پاسخ");
        desk.dispute(complaint.id(), "نادرست است");
        travel.runDueJobs();
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString())
            .taskDefinitionKey(ComplaintProcess.Task_RuleOnComplaint).singleResult().getId(), Map.of(
                ComplaintProcess.RULING, ComplaintProcess.UPHELD, ComplaintProcess.RULING_REASONS, "روشن است"));
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        CompletableFuture<Void> other = CompletableFuture.runAsync(
            () -> appeal(complaint, Side.CONSUMER, start, refused));
        appeal(complaint, Side.BUSINESS, start, refused);
        other.join();
        travel.runDueJobs();

        assertThat(refused).hasValue(1);
        assertThat(complaints.findById(complaint.id()).orElseThrow().statements())
            .filteredOn(said -> said.kind() == Statement.Kind.APPEAL).hasSize(1);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString())
            .taskDefinitionKey(ComplaintAppealProcess.Task_RuleOnAppeal).count()).isEqualTo(1);
    }

    private void appeal(Complaint complaint, Side side, CyclicBarrier start, AtomicInteger refused) {
        await(start);
        try {
            desk.appeal(complaint.id(), side, "نادرست است", List.of());
        } catch (NotAwaited second) {
            refused.incrementAndGet();
        }
    }

    @Test
    @DisplayName("R1, R26 A complaint about a suspended seal is taken, and its clock runs")
    void whileSuspended() {
        Seal seal = data.issuedSeal();
        register.suspend(seal.id(), "رسیدگی");
        Complaint complaint = desk.register(wish(data.person(), seal));
        assertThat(complaint.answerDue()).isNotNull();
        travel.by(Duration.ofHours(97));
        assertThat(ledger.points(seal.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("R1 A reminder whose job is done again after a failure reaches the business once; after the answer, never")
    void reminderOnce() {
        Seal seal = data.issuedSeal();
        Complaint complaint = desk.register(wish(data.person(), seal));
        travel.runDueJobs();
        clock.moveTo(complaint.registeredAt().plus(Duration.ofHours(24)).plusSeconds(1));
        Job reminder = management.createJobQuery().activityId(ComplaintProcess.Event_FirstReminderDue)
            .processDefinitionKey(ComplaintProcess.KEY).orderByJobId().desc().list().stream()
            .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
            .filter(job -> job.getProcessInstanceId().equals(instance(complaint))).findFirst().orElseThrow();
        // The node dies after its work and before its commit.
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            management.executeJob(reminder.getId());
            throw new IllegalStateException("power cut");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(reminders(complaint)).isZero();

        travel.runDueJobs();
        assertThat(reminders(complaint)).isEqualTo(1);
        assertThatThrownBy(() -> management.executeJob(reminder.getId())).isInstanceOf(ProcessEngineException.class);
        desk.answer(complaint.id(), "پاسخ");
        travel.by(Duration.ofHours(80));
        assertThat(reminders(complaint)).isEqualTo(1);
    }

    private long reminders(Complaint complaint) {
        return mails.of(complaint.key()).stream()
            .filter(mail -> mail.template().equals("complaint-reminder")).count();
    }

    private String instance(Complaint complaint) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(complaint.key().toString())
            .processDefinitionKey(ComplaintProcess.KEY).singleResult().getId();
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
