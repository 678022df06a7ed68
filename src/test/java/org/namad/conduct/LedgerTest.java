package org.namad.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
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
    private static final Source BY = new Source("officer", "complaint", 3);

    @Autowired Ledger ledger;
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
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY);
        ledger.addPoint(seal, complaint, PointEntry.Ground.UPHELD, BY);
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UPHELD, BY);

        assertThat(ledger.points(seal)).isEqualTo(2);
        assertThat(ledger.entriesOf(seal)).extracting(PointEntry::ground)
            .containsExactly(PointEntry.Ground.UNANSWERED, PointEntry.Ground.UPHELD);
    }

    @Test
    @DisplayName("N6 A line cites the complaint, the rule, the model and who entered it")
    void citations() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY);

        assertThat(ledger.entriesOf(seal)).singleElement().satisfies(point -> {
            assertThat(point.complaintId()).isEqualTo(complaint);
            assertThat(point.rule()).isEqualTo("R2");
            assertThat(point.source()).isEqualTo(BY);
            assertThat(point.enteredAt()).isNotNull();
            assertThat(point.reverses()).isNull();
        });
    }

    @Test
    @DisplayName("N6 A reversal is a line of its own, cites the point and the reason, and takes it out of the balance")
    void reversal() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY);

        assertThat(ledger.reverse(complaint, " پاسخ به موقع بود ", Source.of("chief"))).isTrue();
        assertThat(ledger.reverse(complaint, "دوباره", Source.of("chief"))).as("nothing stands any more").isFalse();

        assertThat(ledger.points(seal)).isZero();
        assertThat(ledger.stands(complaint)).isFalse();
        List<PointEntry> lines = ledger.entriesOf(seal);
        assertThat(lines).extracting(PointEntry::kind)
            .containsExactly(PointEntry.Kind.POINT, PointEntry.Kind.REVERSAL);
        assertThat(lines.get(1).reverses()).isEqualTo(lines.get(0).id());
        assertThat(lines.get(1).reason()).isEqualTo("پاسخ به موقع بود");
        assertThat(lines.get(1).source()).isEqualTo(Source.of("chief"));
    }

    @Test
    @DisplayName("N6 After a reversal the complaint may cost a point again, and that one can be taken back too")
    void pointAgain() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY);
        ledger.reverse(complaint, "سامانه از کار افتاده بود", BY);
        assertThat(ledger.addPoint(seal, complaint, PointEntry.Ground.UPHELD, BY)).isTrue();
        assertThat(ledger.points(seal)).isEqualTo(1);
        assertThat(ledger.stands(complaint)).isTrue();

        ledger.reverse(complaint, "تجدیدنظر", BY);
        assertThat(ledger.points(seal)).isZero();
        assertThat(ledger.entriesOf(seal)).extracting(PointEntry::rule).containsExactly("R2", "R2", "R20", "R20");
    }

    @Test
    @DisplayName("N6 A reversal without a reason is refused")
    void reasonNeeded() {
        assertThatThrownBy(() -> ledger.reverse(COMPLAINT.incrementAndGet(), " ", BY))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("R2 N6 The database itself refuses a second standing point, a skipped line and a second reversal")
    void chainInDatabase() {
        long complaint = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, complaint, PointEntry.Ground.UNANSWERED, BY);
        long point = ledger.entriesOf(seal).get(0).id();

        assertRefused(complaint, "POINT", 1, null, null);
        assertRefused(complaint, "POINT", 2, 1, null);
        assertRefused(complaint, "POINT", 3, 1, null);
        assertRefused(complaint, "POINT", 3, 2, null);
        assertRefused(complaint, "REVERSAL", 2, 1, null);
        assertRefused(COMPLAINT.incrementAndGet(), "REVERSAL", 1, null, point);

        ledger.reverse(complaint, "تجدیدنظر", BY);
        assertRefused(complaint, "REVERSAL", 3, 2, point);
        assertRefused(complaint, "REVERSAL", 4, 3, point);
    }

    private void assertRefused(long complaint, String kind, int turn, Integer follows, Long reverses) {
        assertThatThrownBy(() -> database.update("""
            insert into point_entry (id, seal_id, complaint_id, turn, follows, kind, ground, rule_id, reverses_id,
                reason, entered_at)
            values (-1, ?, ?, ?, ?, ?, 'UPHELD', 'R20', ?, 'x', current_timestamp)""",
            seal, complaint, turn, follows, kind, reverses))
            .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("R7 Points are counted within a window")
    void window() {
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UNANSWERED, BY);
        clock.moveBy(Duration.ofDays(40));
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UNANSWERED, BY);

        assertThat(ledger.pointsSince(seal, clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
        assertThat(ledger.points(seal)).isEqualTo(2);
    }

    @Test
    @DisplayName("R7 N6 A point of before the window that is taken back within it does not count against another")
    void windowAndReversal() {
        long old = COMPLAINT.incrementAndGet();
        ledger.addPoint(seal, old, PointEntry.Ground.UNANSWERED, BY);
        clock.moveBy(Duration.ofDays(40));
        ledger.addPoint(seal, COMPLAINT.incrementAndGet(), PointEntry.Ground.UNANSWERED, BY);
        ledger.reverse(old, "تجدیدنظر", BY);

        assertThat(ledger.pointsSince(seal, clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
    }
}
