package org.namad.oversight;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.namad.engine.StaffRoles;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Axis;
import org.namad.figure.Figure.Row;
import org.namad.figure.Unit;

/** Figures of what staff have to do and have done, and of steps that fail. */
final class WorkFigures {

    /** The roles that do tasks, in the order in which they are shown. */
    private static final List<String> ROLES = List.of(StaffRoles.CASE_OFFICER, StaffRoles.SUPERVISOR,
        StaffRoles.RATING_OPERATOR, StaffRoles.MONITORING_OFFICER, StaffRoles.ADMIN);

    /** The columns of {@link Workload.Open#ages}. */
    private static final List<String> AGES = List.of("openDay", "openThreeDays", "openWeek", "openLonger");

    private WorkFigures() {
    }

    /** Names a kind of task of a group among the rows. */
    static String code(Workload.Open open) {
        return open.group() + "/" + open.process() + "/" + open.task();
    }

    /** Open tasks by role: not due, due today, overdue; of these how many were escalated, and how long they are overdue. */
    static Figure byRole(List<Workload.Open> open, Map<String, Long> escalated) {
        List<Row> rows = roles(open).map(role -> Row.of(role, null, sum(open, role, Workload.Open::notDue),
            sum(open, role, Workload.Open::dueToday), sum(open, role, Workload.Open::overdue),
            escalated.getOrDefault(role, 0L), sum(open, role, Workload.Open::day),
            sum(open, role, Workload.Open::threeDays), sum(open, role, Workload.Open::week),
            sum(open, role, Workload.Open::longer))).toList();
        return new Figure("work", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "notDue", "dueToday", "overdue"),
            Figure.listed(Unit.COUNT, "escalated", "day", "threeDays", "week", "longer")), rows);
    }

    /** Open tasks by role and by the time since they were opened. */
    static Figure byAge(List<Workload.Open> open) {
        List<Row> rows = roles(open).map(role -> Row.of(role, null, IntStream.range(0, AGES.size())
            .mapToObj(age -> sum(open, role, one -> one.ages().get(age))).toArray(Number[]::new))).toList();
        return new Figure("ages", Axis.NAME, List.of(Figure.plot(Unit.COUNT, AGES.toArray(String[]::new))), rows);
    }

    /** The roles that do tasks, and then whoever else has any. */
    private static Stream<String> roles(List<Workload.Open> open) {
        return Stream.concat(ROLES.stream(), open.stream().map(Workload.Open::group)
            .filter(group -> !ROLES.contains(group)).sorted()).distinct();
    }

    private static long sum(List<Workload.Open> open, String role, ToLongFunction<Workload.Open> number) {
        return open.stream().filter(one -> one.group().equals(role)).mapToLong(number).sum();
    }

    /** Open tasks by kind and role: all, and how long the overdue ones are overdue. */
    static Figure byTask(List<Workload.Open> open) {
        List<Row> rows = open.stream().map(one -> Row.of(code(one), null, one.all(), one.overdue(), one.notDue(),
            one.dueToday(), one.day(), one.threeDays(), one.week(), one.longer())).toList();
        return new Figure("tasks", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "open", "overdue"),
            Figure.listed(Unit.COUNT, "notDue", "dueToday", "day", "threeDays", "week", "longer")), rows);
    }

    /** Steps that failed and are tried again by themselves. */
    static Figure failing(List<Failures.Failing> failing) {
        return new Figure("failing", Axis.NAME, List.of(Figure.plot(Unit.COUNT, "jobs")),
            failing.stream().map(one -> Row.of(one.code(), null, one.jobs())).toList());
    }

    /** Tasks that each role completed, by day. */
    static Figure done(Days days, Map<String, List<Long>> done) {
        List<Long> none = Collections.nCopies(days.dates().size(), 0L);
        List<Row> rows = IntStream.range(0, days.dates().size()).mapToObj(day -> Row.of(days.dates().get(day).toString(),
            days.dates().get(day), ROLES.stream().map(role -> done.getOrDefault(role, none).get(day))
                .toArray(Number[]::new))).toList();
        String[] listed = ROLES.subList(2, ROLES.size()).stream().map(WorkFigures::column).toArray(String[]::new);
        return new Figure("done", Axis.DAY, List.of(Figure.plot(Unit.COUNT, column(ROLES.get(0)), column(ROLES.get(1))),
            Figure.listed(Unit.COUNT, listed)), rows);
    }

    private static String column(String role) {
        return "done." + role;
    }
}
