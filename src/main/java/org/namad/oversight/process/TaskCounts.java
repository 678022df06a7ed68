package org.namad.oversight.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.namad.oversight.Workload;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts tasks in the engine's tables. The engine's own reports count by group only, and its queries would load every
 * task; here the database counts, by the indexes of the engine.
 */
@Component
class TaskCounts implements Workload {

    private static final String OPEN = """
        select l.GROUP_ID_, p.KEY_, t.TASK_DEF_KEY_, max(t.NAME_) as NAME_, count(*) as ALL_,
            count(case when t.DUE_DATE_ < ? then 1 end) as UNTIL_TODAY_,
            count(case when t.DUE_DATE_ < ? then 1 end) as OVERDUE_,
            count(case when t.DUE_DATE_ < ? then 1 end) as DAY_,
            count(case when t.DUE_DATE_ < ? then 1 end) as THREE_DAYS_,
            count(case when t.DUE_DATE_ < ? then 1 end) as WEEK_
        from ACT_RU_IDENTITYLINK l
        join ACT_RU_TASK t on t.ID_ = l.TASK_ID_
        join ACT_RE_PROCDEF p on p.ID_ = t.PROC_DEF_ID_
        where l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null
        group by l.GROUP_ID_, p.KEY_, t.TASK_DEF_KEY_
        order by ALL_ desc, l.GROUP_ID_, p.KEY_, t.TASK_DEF_KEY_""";
    private static final String DONE = """
        select m.GROUP_ID_ %s from ACT_HI_TASKINST h
        join ACT_ID_MEMBERSHIP m on m.USER_ID_ = h.ASSIGNEE_
        where h.END_TIME_ >= ? and h.DELETE_REASON_ = 'completed' group by m.GROUP_ID_""";

    private final JdbcTemplate database;

    TaskCounts(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public List<Open> open(Instant now, Instant endOfToday) {
        return database.query(OPEN, (row, number) -> {
            long untilToday = row.getLong("UNTIL_TODAY_");
            long overdue = row.getLong("OVERDUE_");
            long day = row.getLong("DAY_");
            long threeDays = row.getLong("THREE_DAYS_");
            long week = row.getLong("WEEK_");
            return new Open(row.getString("GROUP_ID_"), row.getString("KEY_"), row.getString("TASK_DEF_KEY_"),
                row.getString("NAME_"), row.getLong("ALL_") - untilToday, untilToday - overdue, overdue - day,
                day - threeDays, threeDays - week, week);
        }, Timestamp.from(endOfToday), Timestamp.from(now), before(now, 1), before(now, 3), before(now, 7));
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
