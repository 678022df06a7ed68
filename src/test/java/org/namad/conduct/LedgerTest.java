package org.namad.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@NamadTest
class LedgerTest {

    /** Complaints of no case: the ledger keeps only their numbers. */
    private static final AtomicLong COMPLAINT = new AtomicLong(900_000_000);

    @Autowired Ledger ledger;
    @Autowired PointEntries entries;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired JdbcTemplate database;

    private long seal;

    @BeforeEach
    void seal() {
        seal = data.issuedSeal().id();
    }

    @Test
    @DisplayName("R2 Each complaint costs one point at most, whatever it is given for")
    void onePointPerComplaint() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED);
        ledger.addPoint(seal, complaint, PointEntry.Ground.UPHELD);
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UPHELD);

        assertThat(ledger.points(seal)).isEqualTo(2);
        assertThat(ledger.entriesOf(seal)).extracting(PointEntry::ground)
            .containsExactly(PointEntry.Ground.UNANSWERED, PointEntry.Ground.UPHELD);
    }

    @Test
    @DisplayName("R2 The database itself refuses a second point for a complaint")
    void uniqueInDatabase() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED);
        assertThatThrownBy(() -> database.update("""
            insert into point_entry (id, seal_id, complaint_id, kind, ground, entered_at)
            values (-1, ?, ?, 'POINT', 'UPHELD', current_timestamp)""", seal, complaint))
            .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("R7 Points are counted within a window")
    void window() {
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UNANSWERED);
        clock.moveBy(Duration.ofDays(40));
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UNANSWERED);

        assertThat(ledger.pointsSince(seal, clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
        assertThat(ledger.points(seal)).isEqualTo(2);
    }

    @Test
    @DisplayName("N6 A reversal is a line of its own and takes the point out of the balance")
    void reversal() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED);
        entries.save(new PointEntry(seal, complaint, PointEntry.Kind.REVERSAL, PointEntry.Ground.UNANSWERED,
            clock.instant()));

        assertThat(ledger.points(seal)).isZero();
        assertThat(ledger.entriesOf(seal)).hasSize(2);
    }
}
