package org.namad.oversight.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.namad.oversight.Workload;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts tasks in the engine's tables. The engine's own reports count by group only, and its queries would load every
 * task; here the database counts in one pass over the open tasks. Which groups may do a kind of task stands in its model:
 * to look up the candidates of each task would take ten times as long.
 */
@Component
class TaskCounts implements Workload {

    private static final String OPEN = """
        select PROC_DEF_ID_, TASK_DEF_KEY_, max(NAME_) as NAME_, count(*) as ALL_,
            count(case when DUE_DATE_ < ? then 1 end) as UNTIL_TODAY_,
            count(case when DUE_DATE_ < ? then 1 end) as OVERDUE_,
            count(case when DUE_DATE_ < ? then 1 end) as DAY_,
            count(case when DUE_DATE_ < ? then 1 end) as THREE_DAYS_,
            count(case when DUE_DATE_ < ? then 1 end) as WEEK_,
            count(case when CREATE_TIME_ <= ? then 1 end) as AGED_DAY_,
            count(case when CREATE_TIME_ <= ? then 1 end) as AGED_THREE_DAYS_,
            count(case when CREATE_TIME_ <= ? then 1 end) as AGED_WEEK_
        from ACT_RU_TASK where PROC_DEF_ID_ is not null
        group by PROC_DEF_ID_, TASK_DEF_KEY_""";
    private static final Comparator<Open> LARGEST_FIRST = Comparator.comparing(Open::all).reversed()
        .thenComparing(Open::group).thenComparing(Open::process).thenComparing(Open::task);
    private static final String DONE = """
        select m.GROUP_ID_ %s from ACT_HI_TASKINST h
        join ACT_ID_MEMBERSHIP m on m.USER_ID_ = h.ASSIGNEE_
        where h.END_TIME_ >= ? and h.DELETE_REASON_ = 'completed' group by m.GROUP_ID_""";

    private final JdbcTemplate database;
    private final RepositoryService repository;

    TaskCounts(JdbcTemplate database, RepositoryService repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public List<Open> open(Instant now, Instant endOfToday) {
        Map<List<String>, Open> counted = new HashMap<>();
        database.query(OPEN, row -> {
            long untilToday = row.getLong("UNTIL_TODAY_");
            long overdue = row.getLong("OVERDUE_");
            long day = row.getLong("DAY_");
            long threeDays = row.getLong("THREE_DAYS_");
            long week = row.getLong("WEEK_");
            List<Long> ages = ages(row);
            String definition = row.getString("PROC_DEF_ID_");
            String task = row.getString("TASK_DEF_KEY_");
            for (String group : groups(definition, task)) {
                Open open = new Open(group, definition.split(":", 2)[0], task, row.getString("NAME_"),
                    row.getLong("ALL_") - untilToday, untilToday - overdue, overdue - day, day - threeDays,
                    threeDays - week, week, ages);
                // The versions of a model count as one.
                counted.merge(List.of(group, open.process(), task), open, Open::plus);
            }
        }, Timestamp.from(endOfToday), Timestamp.from(now), before(now, 1), before(now, 3), before(now, 7), before(now, 1),
            before(now, 3), before(now, 7));
        return counted.values().stream().sorted(LARGEST_FIRST).toList();
    }

    private static List<Long> ages(ResultSet row) throws SQLException {
        long day = row.getLong("AGED_DAY_");
        long threeDays = row.getLong("AGED_THREE_DAYS_");
        long week = row.getLong("AGED_WEEK_");
        return List.of(row.getLong("ALL_") - day, day - threeDays, threeDays - week, week);
    }

    /** The groups that may do this kind of task; none for what a business or a consumer does. */
    private List<String> groups(String definition, String task) {
        return repository.getBpmnModelInstance(definition).getModelElementById(task) instanceof UserTask found
            ? found.getCamundaCandidateGroupsList().stream().map(String::strip).distinct().toList() : List.of();
    }

    private static Timestamp before(Instant now, int days) {
        return Timestamp.from(now.minus(Duration.ofDays(days)));
    }

    @Override
    public Map<String, List<Long>> done(List<Instant> starts) {
        StringBuilder columns = new StringBuilder();
        List<Object> edges = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i == starts.size() - 1;
            columns.append(", count(case when h.END_TIME_ >= ?").append(last ? "" : " and h.END_TIME_ < ?")
                .append(" then 1 end)");
            edges.add(Timestamp.from(starts.get(i)));
            if (!last) {
                edges.add(Timestamp.from(starts.get(i + 1)));
            }
        }
        edges.add(Timestamp.from(starts.get(0)));
        Map<String, List<Long>> done = new LinkedHashMap<>();
        database.query(DONE.formatted(columns), row -> {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                counts.add(row.getLong(i + 2));
            }
            done.put(row.getString(1), counts);
        }, edges.toArray());
        return done;
    }
}
