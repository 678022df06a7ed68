package org.namad.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many tasks wait for each group of the staff, and how many were done. */
public interface Workload {

    /**
     * The open tasks of one kind that wait for one group; a task that two groups may do stands in both.
     *
     * @param group    a group that may do it by its model, see {@link org.namad.engine.StaffRoles}
     * @param process  the key of the process
     * @param task     the id of the task in the model
     * @param name     what the model calls the task
     * @param notDue   due after today, or without a date
     * @param dueToday due later today
     * @param day      overdue for less than a day
     * @param threeDays overdue for one day to three
     * @param week     overdue for three days to seven
     * @param longer   overdue for more than seven days
     * @param ages     all of them by the time since they were opened: less than a day, one day to three, three days to
     *     seven, seven days and more
     */
    record Open(String group, String process, String task, String name, long notDue, long dueToday, long day,
            long threeDays, long week, long longer, List<Long> ages) {

        /** These and {@code others} of the same kind, under the name of these. */
        public Open plus(Open others) {
            return new Open(group, process, task, name, notDue + others.notDue, dueToday + others.dueToday,
                day + others.day, threeDays + others.threeDays, week + others.week, longer + others.longer,
                IntStream.range(0, ages.size()).mapToObj(i -> ages.get(i) + others.ages.get(i)).toList());
        }

        /** All that are overdue. */
        public long overdue() {
            return day + threeDays + week + longer;
        }

        /** All that are open. */
        public long all() {
            return notDue + dueToday + overdue();
        }
    }

    /** The open tasks by group and kind, the largest number first. */
    List<Open> open(Instant now, Instant endOfToday);

    /**
     * How many tasks members of each group completed in each span; who is in two groups counts in both.
     *
     * @param starts where the spans begin; the last one has not ended
     * @return by group, one number for each span
     */
    Map<String, List<Long>> done(List<Instant> starts);
}
