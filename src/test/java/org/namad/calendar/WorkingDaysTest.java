package org.namad.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class WorkingDaysTest {

    private final NamadClock clock = new NamadClock();
    private final JalaliDates dates = new JalaliDates();

    @Test
    @DisplayName("The Iranian week: Friday is free, Thursday as configured")
    void week() throws IOException {
        // 1 Azar 1405 is a Sunday.
        LocalDate sunday = day("1405/09/01");
        assertThat(workingDays("free").after(sunday, 3)).isEqualTo(day("1405/09/04"));
        assertThat(workingDays("free").after(sunday, 4)).isEqualTo(day("1405/09/07"));
        assertThat(workingDays("worked").after(sunday, 4)).isEqualTo(day("1405/09/05"));
        assertThat(workingDays("worked").after(sunday, 5)).isEqualTo(day("1405/09/07"));
    }

    @Test
    @DisplayName("Public holidays are free: those of the sun every year, those of the moon by their date")
    void holidays() throws IOException {
        WorkingDays workingDays = workingDays("worked");
        for (String holiday : List.of("1405/01/12", "1410/01/12", "1408/12/30", "1405/10/02", "1406/12/09")) {
            assertThat(workingDays.isWorkingDay(day(holiday))).as(holiday).isFalse();
        }
        for (String worked : List.of("1405/10/01", "1407/12/09", "1405/01/05", "1407/12/28")) {
            assertThat(workingDays.isWorkingDay(day(worked))).as(worked).isTrue();
        }
        // Over Nowruz: 28 Esfand 1406 to the fifth working day after it.
        assertThat(workingDays.after(day("1406/12/28"), 5)).isEqualTo(day("1407/01/10"));
    }

    @Test
    @DisplayName("Every row of the data file is a day of the Jalali calendar")
    void data() throws IOException {
        List<String> rows = new ClassPathResource("calendar/holidays.csv").getContentAsString(StandardCharsets.UTF_8)
            .lines().filter(row -> !row.startsWith("#")).toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.split(",")).hasSize(3);
            String day = row.split(",")[0];
            assertThat(dates.parse(day.length() == 5 ? "1408-" + day : day)).as(row).isPresent();
        });
    }

    @Test
    @DisplayName("A due date is the last second of its working day in Tehran")
    void endOfDay() throws IOException {
        clock.moveTo(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(workingDays("free").after(1).toInstant()).isEqualTo(Instant.parse("2026-11-23T20:29:59Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays("free").after(0));
    }

    @Test
    @DisplayName("What was due before the n-th last working day is overdue for n working days; free days do not count")
    void overdue() throws IOException {
        // Saturday 7 Azar 1405, after a Thursday and a Friday.
        clock.moveTo(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(workingDays("free").startOfLast(1)).isEqualTo(startOf("1405/09/07"));
        assertThat(workingDays("free").startOfLast(2)).isEqualTo(startOf("1405/09/04"));
        assertThat(workingDays("worked").startOfLast(2)).isEqualTo(startOf("1405/09/05"));
        clock.moveTo(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(workingDays("free").startOfLast(1)).isEqualTo(startOf("1405/09/04"));
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays("free").startOfLast(0));
    }

    @Test
    @DisplayName("Eight weeks before a year begins whose holidays are not in the file, and as long as they are not, it is named")
    void unknownYear() throws IOException {
        // 1 Farvardin 1407, the first year without rows of its own, is 20 March 2028.
        clock.moveTo(Instant.parse("2028-01-23T05:00:00Z"));
        assertThat(workingDays("free").unknownYear()).isEmpty();
        for (String day : List.of("2028-01-24", "2028-03-19", "2028-03-20", "2029-01-05", "2029-03-19")) {
            clock.moveTo(Instant.parse(day + "T05:00:00Z"));
            assertThat(workingDays("free").unknownYear()).as(day).contains(1407);
        }
        clock.moveTo(Instant.parse("2029-03-20T05:00:00Z"));
        assertThat(workingDays("free").unknownYear()).contains(1408);
    }

    private Date startOf(String day) {
        return Date.from(day(day).atStartOfDay(NamadClock.TEHRAN).toInstant());
    }

    private LocalDate day(String typed) {
        return dates.parse(typed).orElseThrow();
    }

    private WorkingDays workingDays(String thursdays) throws IOException {
        return new WorkingDays(clock, dates, thursdays, new ClassPathResource("calendar/holidays.csv"));
    }
}
