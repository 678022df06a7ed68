package org.namad.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.JalaliDates;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.figure.CsvFile;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Row;
import org.namad.figure.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Cases of years in which nothing else happens; none of them outlives its test. */
@NamadTest
@Transactional
class CourseFiguresTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired CourseFigures figures;
    @Autowired ComplaintDesk desk;
    @Autowired TestData data;
    @Autowired EntityManager entities;
    @Autowired JdbcTemplate database;
    @Autowired MessageSource messages;
    @Autowired JalaliDates dates;

    private long applications = 9_000_000;

    @Test
    @DisplayName("R1 Clocks are counted by the hours left, each in one group only; those that staff or an outage prolonged last")
    void clocks() {
        Instant now = Instant.parse("2001-01-14T12:00:00Z");
        Duration hour = Duration.ofHours(1);
        List<Duration> left = List.of(hour.multipliedBy(-48), hour.negated(), Duration.ZERO, hour.multipliedBy(6).minusSeconds(1),
            hour.multipliedBy(6), hour.multipliedBy(23), hour.multipliedBy(24), hour.multipliedBy(47),
            hour.multipliedBy(48), hour.multipliedBy(96), hour.multipliedBy(200));
        List<Long> complaints = complaints(left.size());
        for (int i = 0; i < left.size(); i++) {
            happened("answer_due", complaints.get(i), now.plus(left.get(i)).toString());
        }
        assertThat(counted(figures.clocks(now))).containsExactlyInAnyOrderEntriesOf(Map.of("0", List.of(2.0),
            "6", List.of(2.0), "12", List.of(1.0), "24", List.of(1.0), "48", List.of(2.0), "96", List.of(1.0),
            "more", List.of(2.0)));
    }

    @Test
    @DisplayName("Complaints registered and closed, and applications, stand under their day in Tehran; the file has the same numbers")
    void throughput() {
        List<Long> complaints = complaints(3);
        happened("registered_at", complaints.get(0), "2001-01-05T20:29:59Z");
        happened("registered_at", complaints.get(1), "2001-01-05T20:30:00Z");
        happened("registered_at", complaints.get(2), "2001-01-14T20:30:00Z");
        happened("closed_at", complaints.get(0), "2001-01-06T10:00:00Z");
        happened("closed_at", complaints.get(1), "2001-01-14T20:29:59Z");
        issued("2001-01-06T08:00:00Z", MINUTE, MINUTE, MINUTE);
        issued("2001-01-06T09:00:00Z", MINUTE, MINUTE, MINUTE);
        Figure throughput = figures.throughput(Days.until(LocalDate.of(2001, 1, 14)));
        assertThat(counted(throughput)).hasSize(14).containsEntry("2001-01-05", List.of(1.0, 0.0, 0.0))
            .containsEntry("2001-01-06", List.of(1.0, 1.0, 2.0)).containsEntry("2001-01-07", List.of(0.0, 0.0, 0.0))
            .containsEntry("2001-01-14", List.of(0.0, 1.0, 0.0));
        assertThat(file(throughput)).startsWith("\ufeffDay,Complaints registered,Complaints closed,Applications",
            "2001-01-01,0,0,0").contains("2001-01-05,1,0,0", "2001-01-06,1,1,2").endsWith("2001-01-14,0,1,0").hasSize(15);
    }

    @Test
    @DisplayName("R13 N13 The half-hour meter shows by day the median of Namad's own time and the share under half an hour; exactly half an hour is not under it")
    void meter() {
        fourthOfMay();
        Figure meter = figures.meter(Days.until(LocalDate.of(2090, 5, 14)));
        // Namad's own: 5:00, 29:59, 30:00 and 190:00 minutes, whatever the applicant took.
        assertThat(counted(meter)).hasSize(14)
            .containsEntry("2090-05-04", List.of((29 + 59 / 60.0 + 30) / 2, 50.0, 4.0))
            .containsEntry("2090-05-05", List.of(1.0, 100.0, 1.0));
        assertThat(counted(meter).get("2090-05-06")).containsExactly(null, null, 0.0);
        assertThat(file(meter)).startsWith("\ufeffDay,Median time to issue (minutes),Issued in under half an hour (percent),"
            + "Seals issued", "2090-05-01,,,0").contains("2090-05-04,29.99,50,4", "2090-05-05,1,100,1").hasSize(15);
    }

    @Test
    @DisplayName("N13 The steps of an issuance stand with the longest first: median time, how often a step was the slowest, in how many applications")
    void steps() {
        fourthOfMay();
        Figure steps = figures.steps(Days.until(LocalDate.of(2090, 5, 14)));
        assertThat(steps.rows()).containsExactly(Row.of("REVIEW", null, 180, 20, 1), Row.of("PAYMENT", null, 35, 20, 2),
            Row.of("PLACEMENT", null, 20, 0, 1), Row.of("CHECKS", null, 10, 60, 5));
        assertThat(file(steps)).containsExactly("\ufeffStep,Name,Median time (minutes),"
            + "Slowest step of the application (percent),Applications", "REVIEW,REVIEW,180,20,1", "PAYMENT,PAYMENT,35,20,2",
            "PLACEMENT,PLACEMENT,20,0,1", "CHECKS,CHECKS,10,60,5");
        // What became a seal before the first day does not count.
        assertThat(figures.steps(Days.until(LocalDate.of(2090, 5, 18))).rows()).extracting(Row::code)
            .containsExactly("CHECKS");
    }

    /** Four seals on the fourth of May 2090, and one just after midnight in Tehran; times in checks, payment, placement. */
    private void fourthOfMay() {
        issued("2090-05-04T08:00:00Z", MINUTE.multipliedBy(5), MINUTE.multipliedBy(60), null);
        issued("2090-05-04T09:00:00Z", MINUTE.multipliedBy(30).minusSeconds(1), MINUTE.multipliedBy(10), null);
        issued("2090-05-04T10:00:00Z", MINUTE.multipliedBy(30), null, MINUTE.multipliedBy(20));
        long reviewed = issued("2090-05-04T11:00:00Z", MINUTE.multipliedBy(190), null, null);
        database.update("update application_stage set position = 2 where application_id = ? and stage = 'ISSUED'", reviewed);
        stage(reviewed, 1, "REVIEW", Instant.parse("2090-05-04T08:00:00Z"));
        issued("2090-05-04T20:30:00Z", MINUTE, null, null);
    }

    /** An application that became a seal at {@code at}, after these times in its stages; null for a stage left out. */
    private long issued(String at, Duration checks, Duration payment, Duration placement) {
        Instant end = Instant.parse(at);
        List<String> stages = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        Instant begun = end;
        for (Map.Entry<String, Duration> one : List.of(stage("PLACEMENT", placement), stage("PAYMENT", payment),
                stage("CHECKS", checks))) {
            if (!one.getValue().isZero()) {
                begun = begun.minus(one.getValue());
                stages.add(0, one.getKey());
                since.add(0, begun);
            }
        }
        long id = applications++;
        database.update("""
            insert into application (id, version, submission_id, applicant_id, kind, business_name, title, domain, activity,
              licence_number, province, city, address, phone, sells_to_visitors, payment_gateway, postal_validation,
              placement_help, stage, submitted_at, closed_at)
            values (?, 0, ?, ?, 'NATURAL', 'shop', 'shop', ?, 'clothing', '1', 'p', 'c', 'a', '0', true, true, false,
              false, 'ISSUED', ?, ?)""", id, UUID.randomUUID().toString(), person(), TestData.domain(),
            stored(begun), stored(end));
        for (int i = 0; i < stages.size(); i++) {
            stage(id, i, stages.get(i), since.get(i));
        }
        stage(id, stages.size(), "ISSUED", end);
        return id;
    }

    private static Map.Entry<String, Duration> stage(String name, Duration took) {
        return Map.entry(name, took == null ? Duration.ZERO : took);
    }

    private void stage(long application, int position, String stage, Instant since) {
        database.update("insert into application_stage (application_id, position, stage, since) values (?, ?, ?, ?)",
            application, position, stage, stored(since));
    }

    private long person() {
        long person = data.person().id();
        entities.flush();
        return person;
    }

    private List<Long> complaints(int number) {
        List<Long> made = new ArrayList<>();
        String site = data.issuedSeal().domain();
        for (int i = 0; i < number; i++) {
            made.add(desk.register(new NewComplaint(data.person().id(), site, "CF-" + i, null, ComplaintReason.OTHER,
                "هنوز نرسیده است.", null, false, List.of())).id());
        }
        entities.flush();
        return made;
    }

    private void happened(String what, long complaint, String when) {
        database.update("update complaint set " + what + " = ? where id = ?", stored(Instant.parse(when)), complaint);
    }

    /** As the modules keep their times, in whatever zone the machine is. */
    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private List<String> file(Figure figure) {
        return List.of(CsvFile.of(figure, new Words(messages, dates, Locale.ENGLISH, "oversight",
            (of, row) -> row.code())).split("\r\n"));
    }

    private static Map<String, List<Double>> counted(Figure figure) {
        return figure.rows().stream().collect(Collectors.toMap(Row::code,
            row -> Collections.unmodifiableList(row.values())));
    }
}
