package org.namad.engine;

import java.util.Date;
import java.util.Objects;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.namad.calendar.WorkingDays;
import org.namad.language.PersianText;

/**
 * Which of the tasks that a staff member sees are wanted, as the page of open tasks asks for them.
 *
 * @param task the sort of task, see {@link StaffDesk.Work#definition()}; empty for all
 * @param who  {@code mine}, {@code free} or empty for all
 * @param when {@code overdue}, {@code escalated}, {@code today}, {@code followUp} or empty for all
 * @param seal the number of the seal that the case is about, in any digits; empty for all
 * @param q    a part of the shop's name, its website or the case's key, however it is typed
 * @param part which {@link StaffDesk#MOST} of them, counted from 0; empty for the first
 */
public record TaskChoice(String task, String who, String when, String seal, String q, String part) {

    public TaskChoice {
        task = Objects.requireNonNullElse(task, "");
        who = Objects.requireNonNullElse(who, "");
        when = Objects.requireNonNullElse(when, "");
        seal = PersianText.digits(seal).strip();
        q = Objects.requireNonNullElse(q, "");
        part = PersianText.digits(part);
    }

    /** The part as a number; what is none is the first. */
    public int number() {
        return part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0;
    }

    /** Lets the database choose, so that nothing is missed however many tasks there are. */
    TaskQuery narrow(TaskQuery query, StaffMember member, WorkingDays workingDays) {
        if (!task.isEmpty()) {
            String[] sort = task.split("/", 2);
            query.processDefinitionKey(sort[0]).taskDefinitionKey(sort[sort.length - 1]);
        }
        switch (who) {
            case "mine" -> query.taskAssignee(member.id());
            case "free" -> query.taskUnassigned();
            default -> { }
        }
        Date tomorrow = workingDays.startOfTomorrow();
        switch (when) {
            case "overdue" -> query.dueBefore(ClockUtil.getCurrentTime());
            case "escalated" -> query.taskVariableValueLike(CaseTasks.ESCALATED, "%");
            case "today" -> query.dueAfter(workingDays.startOfToday()).dueBefore(tomorrow);
            case "followUp" -> query.followUpBefore(tomorrow);
            default -> { }
        }
        if (!seal.isEmpty()) {
            query.taskVariableValueEquals(StaffTasks.SEAL, seal);
        }
        String sought = PersianText.fold(q);
        return sought.isEmpty() ? query
            : query.taskVariableValueLike(StaffTasks.SOUGHT, "%" + sought.replaceAll("[\\\\%_]", "\\\\$0") + "%");
    }
}
