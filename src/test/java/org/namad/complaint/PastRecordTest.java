package org.namad.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.complaint.PastRecord.Counts;
import org.namad.complaint.PastRecord.Course;

/** What was known of complaints at a moment, and not what became of them later. */
class PastRecordTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    @Test
    @DisplayName("N8 A complaint counts from when it came in or was admitted, unanswered until the answer, until it is dismissed")
    void courses() {
        PastRecord record = new PastRecord(1, List.of(
            course(ComplaintStatus.DISMISSED, 0, null, null, 1, 10),
            course(ComplaintStatus.SETTLED, 1, null, 5, 8, 9),
            course(ComplaintStatus.AWAITING_ANSWER, 2, 6, null, null, null)), List.of());

        assertThat(record.turns()).containsExactly(day(0), day(1), day(6), day(10));
        assertThat(at(record, 0)).isEqualTo(new Counts(1, 0, 0));
        assertThat(at(record, 2)).isEqualTo(new Counts(2, 0, 0));
        assertThat(at(record, 5)).isEqualTo(new Counts(2, 0, 1));
        assertThat(at(record, 6)).isEqualTo(new Counts(3, 0, 1));
        assertThat(at(record, 8)).isEqualTo(new Counts(3, 0, 0));
        assertThat(at(record, 10)).isEqualTo(new Counts(2, 0, 0));
        assertThat(record.at(day(10), day(1))).isEqualTo(new Counts(1, 0, 0));
    }

    private static Counts at(PastRecord record, int day) {
        return record.at(day(day), START.minusSeconds(1));
    }

    private static Course course(ComplaintStatus status, int registered, Integer admitted, Integer unanswered,
            Integer answered, Integer closed) {
        return new Course(1, registered, status, day(registered), day(admitted), day(unanswered), day(answered),
            day(closed));
    }

    private static Instant day(Integer day) {
        return day == null ? null : START.plus(Duration.ofDays(day));
    }
}
