package org.namad.escalation;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every escalation of a task of the staff; they are added and never changed. */
public interface Escalations extends Repository<Escalation, Long> {

    Escalation save(Escalation escalation);

    /** The escalations in the case {@code caseKey}, the earliest first. */
    List<Escalation> findByCaseKeyOrderById(String caseKey);

    /** How many escalated tasks are still open, by the group that may do them; a task of two groups counts in both. */
    @Query(nativeQuery = true, value = """
        select l.GROUP_ID_ as staff_group, count(distinct t.ID_) as tasks
        from task_escalation e join ACT_RU_TASK t on t.ID_ = e.task_id join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_
        where e.audience <> 'doers' and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null
        group by l.GROUP_ID_""")
    List<OfGroup> open();

    /** The open escalated tasks of one group. */
    interface OfGroup {

        /** The group's id. */
        String getStaffGroup();

        long getTasks();
    }
}
