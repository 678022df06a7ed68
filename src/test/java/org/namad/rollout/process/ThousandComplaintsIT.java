package org.namad.rollout.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.casefile.CaseFiles;
import org.namad.complaint.Complaint;
import org.namad.complaint.process.ComplaintProcess;
import org.namad.engine.StaffRoles;
import org.namad.notification.Outbox;
import org.namad.rollout.CaseMoves.Plan;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The day on which 96 hours become 72, with a thousand cases under way; their database goes with them. */
@NamadTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:thousand;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256")
class ThousandComplaintsIT extends MovingComplaints {

    private static final int MANY = 1000;
    private static final int OVERDUE = 10;
    private static final int AFTER_TWO_REMINDERS = 20;
    private static final int AFTER_ONE_REMINDER = 40;
    private static final int ANSWERED = 40;
    private static final int EXTENDED = 20;
    private static final int ASKED_FOR_MORE = 20;
    private static final String TIMERS = "select ID_, DUEDATE_ from ACT_RU_JOB where TYPE_ = 'timer'";
    private static final String TASKS = "select ID_, DUE_DATE_ from ACT_RU_TASK where DUE_DATE_ is not null";
    private static final String TOLD = "select id, answer_due from complaint where answer_due is not null";

    /** Two thousand mails would take longer than all else. */
    @MockitoBean Outbox outbox;
    @Autowired TaskService tasks;
    @Autowired CaseFiles caseFiles;

    private final List<Complaint> filed = new ArrayList<>();
    private List<Seal> shops;

    @Test
    @DisplayName("R1 1,000 complaints under way, in seven states, move to a model with 72 hours: not one deadline changes; what cannot move is reported and stays")
    void manyComplaints() throws IOException {
        // At most seven for each: more would lead to letters.
        shops = IntStream.range(0, 150).mapToObj(i -> data.issuedSeal()).toList();
        complain();
        int to = deploy(reminder(model().replace("Task_GiveVerdict", "Task_SayVerdict").replace(">PT72H<", ">PT48H<")
            .replace(">PT90H<", ">PT66H<").replace(">PT96H<", ">" + SHORTER + "<"), "Event_NearlyOver", "PT60H"));
        Map<String, Instant> timers = instants(TIMERS);
        Map<String, Instant> due = instants(TASKS);
        Map<String, Instant> told = instants(TOLD);
        Map<String, String> read = clocks();
        assertThat(timers.size()).isGreaterThan(3 * MANY);
        assertThat(told).hasSize(MANY);
        for (String step : List.of(ComplaintProcess.Task_AnswerLate, ComplaintProcess.Task_GiveVerdict,
                ComplaintProcess.Task_DecideOnExtension)) {
            assertThat(tasks.createTaskQuery().taskDefinitionKey(step).count()).as(step).isPositive();
        }

        Plan plan = moves.plan(ComplaintProcess.KEY, from, to, Map.of(), ENGLISH).orElseThrow();
        assertThat(plan.isReady()).isTrue();
        assertThat(plan.cases()).isEqualTo(MANY);
        assertThat(plan.gaps()).singleElement().satisfies(gap -> assertThat(gap.cases()).isEqualTo(ANSWERED));
        assertThat(plan.pairs()).anySatisfy(pair -> {
            assertThat(pair.from().id()).isEqualTo(ComplaintProcess.Event_AnswerDeadlinePassed);
            assertThat(pair.before()).isEqualTo("PT96H");
            assertThat(pair.after()).isEqualTo(SHORTER);
            assertThat(pair.cases()).isEqualTo(MANY - OVERDUE - ANSWERED);
        });
        String move = moves.start(ComplaintProcess.KEY, from, to, Map.of(), OWNER);
        assertThat(moves.find(move).orElseThrow().isOver()).isFalse();
        carryOut(move);

        assertThat(moves.find(move)).hasValueSatisfying(over -> {
            assertThat(over.isOver()).isTrue();
            assertThat(over.done()).isEqualTo(MANY - ANSWERED);
            assertThat(over.failed()).isEqualTo(ANSWERED);
            assertThat(over.by()).isEqualTo("Parisa Nouri");
        });
        assertThat(moves.stays(move, 0, ENGLISH)).hasSize(ANSWERED).allSatisfy(stay -> {
            assertThat(stay.reason()).contains("no counterpart");
            assertThat(stay.elements()).extracting("id").containsExactly(ComplaintProcess.Task_GiveVerdict);
        });
        assertThat(held(from)).isEqualTo(ANSWERED);
        assertThat(held(to)).isEqualTo(MANY - ANSWERED);
        assertThat(changed(timers, instants(TIMERS))).isEmpty();
        assertThat(changed(due, instants(TASKS))).isEmpty();
        assertThat(changed(told, instants(TOLD))).isEmpty();
        assertThat(changed(read, clocks())).isEmpty();
        // Whoever has less than 36 hours left of the old 96 is past the new reminder.
        assertThat(management.createJobQuery().activityId("Event_NearlyOver").count())
            .isEqualTo(MANY - OVERDUE - AFTER_TWO_REMINDERS - ANSWERED);
    }

    private void complain() {
        // Without mails it is the look at the complaint that proves the notice.
        file(OVERDUE).forEach(complaint -> desk.opened(complaint.id()));
        travel.by(Duration.ofHours(97));
        file(AFTER_TWO_REMINDERS);
        travel.by(Duration.ofHours(50));
        file(AFTER_ONE_REMINDER);
        travel.by(Duration.ofHours(30));
        file(ANSWERED).forEach(complaint -> desk.answer(complaint.id(), "فرستاده شد", List.of()));
        file(ASKED_FOR_MORE).forEach(complaint -> desk.requestExtension(complaint.id(), "انبار تعطیل است"));
        file(EXTENDED).forEach(this::extend);
        file(MANY - filed.size());
        doWhatIsDue();
    }

    /** With one question for all that is due, not one for each job. */
    private void doWhatIsDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().list();
    }

    private List<Complaint> file(int number) {
        List<Complaint> some = IntStream.range(0, number)
            .mapToObj(i -> file(shops.get((filed.size() + i) % shops.size()), filed.size() + i)).toList();
        filed.addAll(some);
        return some;
    }

    private void extend(Complaint complaint) {
        desk.requestExtension(complaint.id(), "انبار تعطیل است");
        identities.setAuthentication("moves-officer", new ArrayList<>(List.of(StaffRoles.CASE_OFFICER)));
        try {
            tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString())
                .taskDefinitionKey(ComplaintProcess.Task_DecideOnExtension).singleResult().getId(),
                Map.of(ComplaintProcess.EXTENSION_DECISION, ComplaintProcess.GRANT,
                    ComplaintProcess.EXTENSION_REASONS, "دلیل پذیرفتنی است"));
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The deadline and how it came about, as pages and mails say it word for word (N5), for one complaint in five. */
    private Map<String, String> clocks() {
        Map<String, String> clocks = new TreeMap<>();
        for (int i = 0; i < filed.size(); i += 5) {
            clocks.put(filed.get(i).key().toString(), caseFiles.facts(filed.get(i).key(), ENGLISH).get("clock"));
        }
        return clocks;
    }
}
