package org.namad.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namad.MariaDb;
import org.namad.NamadTest;
import org.namad.TestData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** The ledger on the database of production, with several writers at the same lines at the same moment. */
@Tag("shares-mariadb")
@NamadTest
@ContextConfiguration(initializers = MariaDb.class)
class LedgerConcurrencyIT {

    private static final int WRITERS = 6;
    private static final int COMPLAINTS = 40;
    private static final long FIRST = 800_000_000;
    private static final Source BY = new Source("officer", "complaint", 1);

    @Autowired Ledger ledger;
    @Autowired TestData data;
    @Autowired JdbcTemplate database;

    @Test
    @DisplayName("R2 N6 Of many points and reversals entered at once for the same complaint, one of each gets in")
    void atOnce() {
        long seal = data.issuedSeal().id();
        atOnce(complaint -> ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY));
        assertThat(ledger.points(seal)).isEqualTo(COMPLAINTS);
        assertThat(ledger.entriesOf(seal)).hasSize(COMPLAINTS);

        atOnce(complaint -> ledger.reverse(complaint, "تجدیدنظر", BY));
        assertThat(ledger.points(seal)).isZero();
        assertThat(ledger.entriesOf(seal)).hasSize(2 * COMPLAINTS);

        atOnce(complaint -> ledger.addPoint(seal, complaint, PointEntry.Ground.UPHELD, BY));
        assertThat(ledger.points(seal)).isEqualTo(COMPLAINTS);
        List<Map<String, Object>> doubled = database.queryForList("""
            select complaint_id, turn from point_entry where seal_id = ? group by complaint_id, turn
            having count(*) > 1""", seal);
        assertThat(doubled).isEmpty();
        assertThat(database.queryForObject("select count(distinct reverses_id) from point_entry where seal_id = ?",
            Integer.class, seal)).isEqualTo(COMPLAINTS);
    }

    private interface Entering {
        boolean of(long complaint);
    }

    /** Every writer enters the line for every complaint, all of them for the same one at the same moment. */
    private static void atOnce(Entering entering) {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        try {
            CompletableFuture.allOf(IntStream.range(0, WRITERS).mapToObj(writer -> CompletableFuture.runAsync(() -> {
                for (long complaint = FIRST; complaint < FIRST + COMPLAINTS; complaint++) {
                    await(together);
                    try {
                        entering.of(complaint);
                    } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                        // Another writer was faster: the database took its line and refused this one.
                    }
                }
            }, writers)).toArray(CompletableFuture[]::new)).join();
        } finally {
            writers.shutdown();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
