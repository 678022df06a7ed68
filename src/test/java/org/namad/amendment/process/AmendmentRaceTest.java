package org.namad.amendment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.amendment.Amendment.Status;
import org.namad.amendment.AmendmentRefused;
import org.namad.amendment.AmendmentRefused.Reason;
import org.namad.amendment.Datum;
import org.namad.amendment.Subject;
import org.springframework.dao.OptimisticLockingFailureException;

@NamadTest
class AmendmentRaceTest extends AmendmentSetup {

    @RepeatedTest(5)
    @DisplayName("R17 Withdrawn and approved at the same moment: one of the two holds, and the register agrees with it")
    void withdrawalMeetsApproval() {
        ask(Subject.TITLE, "فروشگاه دیگر");
        String task = task().getId();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Boolean> officer = CompletableFuture.supplyAsync(() -> {
            await(start);
            try {
                tasks.complete(task, verdict(DataAmendmentProcess.APPROVE));
                return true;
            } catch (ProcessEngineException | OptimisticLockingFailureException | IllegalStateException lost) {
                return false;
            }
        });
        await(start);
        boolean withdrawn = true;
        try {
            desk.withdraw(asked.id());
        } catch (AmendmentRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.OVER);
            withdrawn = false;
        }

        assertThat(officer.join()).isNotEqualTo(withdrawn);
        assertThat(now().status()).isEqualTo(withdrawn ? Status.WITHDRAWN : Status.APPLIED);
        assertThat(registered().title()).isEqualTo(withdrawn ? seal.title() : "فروشگاه دیگر");
        assertThat(posted("amendment-applied")).isEqualTo(withdrawn ? 0 : 1);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(asked.key().toString()).count())
            .isZero();
    }

    @Test
    @DisplayName("R17 The same change asked for twice at the same moment: one is taken, the other kindly refused")
    void twiceAtOnce() {
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicInteger refused = new AtomicInteger();
        Runnable attempt = () -> {
            await(start);
            try {
                desk.ask(wish(seal, Subject.TITLE, Datum.of("فروشگاه دیگر")));
            } catch (AmendmentRefused second) {
                assertThat(second.reason()).isEqualTo(Reason.OPEN_ALREADY);
                refused.incrementAndGet();
            }
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(attempt);
        attempt.run();
        other.join();

        assertThat(refused).hasValue(1);
        assertThat(amendments.openOf(owner.id())).hasSize(1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
