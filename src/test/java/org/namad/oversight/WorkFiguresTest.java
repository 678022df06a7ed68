package org.namad.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.engine.StaffRoles;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Row;

class WorkFiguresTest {

    private static final List<Workload.Open> OPEN = List.of(
        new Workload.Open(StaffRoles.CASE_OFFICER, "complaint", "Task_Rule", "Rule", 5, 4, 3, 2, 1, 7,
            List.of(10L, 6L, 4L, 2L)),
        new Workload.Open(StaffRoles.CASE_OFFICER, "renewal", "Task_Review", "Review", 1, 0, 0, 0, 0, 1,
            List.of(1L, 0L, 0L, 1L)),
        new Workload.Open(StaffRoles.SUPERVISOR, "complaint", "Task_Rule", "Rule", 0, 1, 0, 0, 0, 0,
            List.of(0L, 1L, 0L, 0L)),
        new Workload.Open("lawyers", "complaint", "Task_Plead", "Plead", 2, 0, 0, 0, 0, 0, List.of(2L, 0L, 0L, 0L)));

    @Test
    @DisplayName("Each role has its open tasks by due date, what was escalated, and how long the overdue ones are overdue")
    void byRole() {
        Figure work = WorkFigures.byRole(OPEN, Map.of(StaffRoles.CASE_OFFICER, 6L));
        assertThat(columns(work)).containsExactly("notDue", "dueToday", "overdue", "escalated", "day", "threeDays", "week",
            "longer");
        assertThat(work.rows()).containsExactly(Row.of(StaffRoles.CASE_OFFICER, null, 6, 4, 14, 6, 3, 2, 1, 8),
            Row.of(StaffRoles.SUPERVISOR, null, 0, 1, 0, 0, 0, 0, 0, 0), none(StaffRoles.RATING_OPERATOR, 8),
            none(StaffRoles.MONITORING_OFFICER, 8), none(StaffRoles.ADMIN, 8),
            Row.of("lawyers", null, 2, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("Each role has its open tasks by the time since they were opened, drawn and in the table")
    void byAge() {
        Figure ages = WorkFigures.byAge(OPEN);
        assertThat(ages.plots()).singleElement().returns(true, Figure.Plot::drawn)
            .returns(List.of("openDay", "openThreeDays", "openWeek", "openLonger"), Figure.Plot::columns);
        assertThat(ages.rows()).containsExactly(Row.of(StaffRoles.CASE_OFFICER, null, 11, 6, 4, 3),
            Row.of(StaffRoles.SUPERVISOR, null, 0, 1, 0, 0), none(StaffRoles.RATING_OPERATOR, 4),
            none(StaffRoles.MONITORING_OFFICER, 4), none(StaffRoles.ADMIN, 4), Row.of("lawyers", null, 2, 0, 0, 0));
    }

    @Test
    @DisplayName("Each kind of task has all, overdue and for how long, under its role")
    void byTask() {
        assertThat(WorkFigures.byTask(OPEN).rows()).element(0)
            .isEqualTo(Row.of("case-officer/complaint/Task_Rule", null, 22, 13, 5, 4, 3, 2, 1, 7));
    }

    @Test
    @DisplayName("Tasks that were done stand under their day and the role of whoever did them")
    void done() {
        Days days = Days.until(LocalDate.of(2026, 11, 22));
        List<Long> lastTwo = Stream.concat(Collections.nCopies(12, 0L).stream(), Stream.of(3L, 5L)).toList();
        Figure done = WorkFigures.done(days, Map.of(StaffRoles.SUPERVISOR, lastTwo));
        assertThat(columns(done)).containsExactly("done.case-officer", "done.supervisor", "done.rating-operator",
            "done.monitoring-officer", "done.camunda-admin");
        assertThat(done.rows()).hasSize(14).endsWith(Row.of("2026-11-21", LocalDate.of(2026, 11, 21), 0, 3, 0, 0, 0),
            Row.of("2026-11-22", LocalDate.of(2026, 11, 22), 0, 5, 0, 0, 0));
    }

    private static Row none(String role, int columns) {
        return Row.of(role, null, Collections.nCopies(columns, 0L).toArray(Number[]::new));
    }

    private static List<String> columns(Figure figure) {
        return figure.plots().stream().flatMap(plot -> plot.columns().stream()).toList();
    }
}
