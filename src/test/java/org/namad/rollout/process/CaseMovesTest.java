package org.namad.rollout.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.complaint.Complaint;
import org.namad.complaint.process.ComplaintProcess;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.CaseMoves.Move;
import org.namad.rollout.CaseMoves.Plan;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.MoveBatch;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** Moves complaints under way to another version of their process. */
@NamadTest
class CaseMovesTest extends MovingComplaints {

    @Autowired TestRestTemplate http;

    /** Other tests share the engine and want the model as it came with Namad. */
    @AfterEach
    void takeBack() {
        management.createBatchQuery().list().forEach(batch -> new MoveBatch(management, batch.getId()).forget());
        repository.createProcessDefinitionQuery().processDefinitionKey(ComplaintProcess.KEY).list().stream()
            .filter(definition -> definition.getVersion() >= from)
            .forEach(definition -> repository.deleteDeployment(definition.getDeploymentId(), true));
    }

    @Test
    @DisplayName("R1 A complaint that moved to a model with 72 hours is unanswered after 96; one filed afterwards after 72")
    void firesAtTheRightInstant() throws IOException {
        Seal seal = data.issuedSeal();
        Complaint complaint = file(seal, 1);
        travel.by(Duration.ofHours(1));
        int to = deploy(model().replace(">PT96H<", ">" + SHORTER + "<"));
        carryOut(moves.start(ComplaintProcess.KEY, from, to, Map.of(), OWNER));
        ProcessInstance process = process(complaint);
        assertThat(process.getProcessDefinitionId()).contains(":" + to + ":");
        travel.to(complaint.answerDue().minusSeconds(1));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(ledger.points(seal.id())).isZero();
        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);

        Complaint later = file(data.issuedSeal(), 2);
        assertThat(Duration.between(later.registeredAt(), later.answerDue())).isCloseTo(Duration.ofHours(72),
            Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("A new reminder counts from when the wait began; one whose time is over is left out")
    void newReminders() throws IOException {
        Complaint complaint = file(data.issuedSeal(), 1);
        travel.by(Duration.ofHours(10));
        int to = deploy(reminder(reminder(model(), "Event_Early", "PT6H"), "Event_Half", "PT48H"));
        Plan plan = moves.plan(ComplaintProcess.KEY, from, to, Map.of(), ENGLISH).orElseThrow();
        assertThat(plan.added()).extracting(CaseMoves.Element::id).containsExactlyInAnyOrder("Event_Early", "Event_Half");
        carryOut(moves.start(ComplaintProcess.KEY, from, to, Map.of(), OWNER));

        String process = process(complaint).getId();
        assertThat(management.createJobQuery().processInstanceId(process).activityId("Event_Early").count()).isZero();
        assertThat(Duration.between(complaint.registeredAt(), management.createJobQuery().processInstanceId(process)
            .activityId("Event_Half").singleResult().getDuedate().toInstant()))
            .isCloseTo(Duration.ofHours(48), Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("A step that is gone keeps its cases in the old version, with the reason; mapped by hand they move")
    void elementGone() throws IOException {
        Complaint answered = file(data.issuedSeal(), 1);
        desk.answer(answered.id(), "فرستاده شد", List.of());
        travel.runDueJobs();
        Complaint open = file(data.issuedSeal(), 2);
        int to = deploy(model().replace("Task_GiveVerdict", "Task_SayVerdict"));
        Instant due = verdictDue(answered);

        Plan plan = moves.plan(ComplaintProcess.KEY, from, to, Map.of(), ENGLISH).orElseThrow();
        assertThat(plan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.element().id()).isEqualTo(ComplaintProcess.Task_GiveVerdict);
            assertThat(gap.cases()).isEqualTo(1);
            assertThat(gap.candidates()).extracting(CaseMoves.Element::id).contains("Task_SayVerdict");
        });
        String first = moves.start(ComplaintProcess.KEY, from, to, Map.of(), OWNER);
        carryOut(first);
        Move over = moves.find(first).orElseThrow();
        assertThat(over.isOver()).isTrue();
        assertThat(over.done()).isEqualTo(1);
        assertThat(over.failed()).isEqualTo(1);
        assertThat(moves.stays(first, 0, ENGLISH)).singleElement().satisfies(stay -> {
            assertThat(stay.caseKey()).isEqualTo(answered.key().toString());
            assertThat(stay.reason()).contains("no counterpart");
        });
        assertThat(moves.retry(first, OWNER)).isEqualTo(1);
        carryOut(first);
        assertThat(process(open).getProcessDefinitionId()).contains(":" + to + ":");
        assertThat(process(answered).getProcessDefinitionId()).contains(":" + from + ":");

        Map<String, String> wrong = Map.of(ComplaintProcess.Task_GiveVerdict, ComplaintProcess.Event_AnswerDeadlinePassed);
        assertThat(moves.plan(ComplaintProcess.KEY, from, to, wrong, ENGLISH).orElseThrow().faults()).isNotEmpty();
        assertThatThrownBy(() -> moves.start(ComplaintProcess.KEY, from, to, wrong, OWNER)).isInstanceOf(ModelRefused.class);
        Map<String, String> byHand = Map.of(ComplaintProcess.Task_GiveVerdict, "Task_SayVerdict");
        assertThatThrownBy(() -> moves.start(ComplaintProcess.KEY, from, to, byHand, "moves-officer"))
            .isInstanceOf(ModelRefused.class);
        carryOut(moves.start(ComplaintProcess.KEY, from, to, byHand, OWNER));
        assertThat(process(answered).getProcessDefinitionId()).contains(":" + to + ":");
        assertThat(verdictDue(answered)).isEqualTo(due);
    }

    @Test
    @DisplayName("R1 A move over REST keeps every deadline too, also if its plan asks for new timers or leaves one out")
    void overRest() throws IOException {
        Complaint complaint = file(data.issuedSeal(), 1);
        travel.by(Duration.ofHours(30));
        int to = deploy(model().replace(">PT96H<", ">" + SHORTER + "<"));
        String instance = process(complaint).getId();
        Map<String, Instant> due = timers(instance);
        assertThat(due).hasSize(3);

        assertThat(migrate(to, instance, Map.of(), "SubProcess_ObtainAnswer", ComplaintProcess.Task_AnswerComplaint,
            ComplaintProcess.Event_AnswerDeadlinePassed).getStatusCode().value()).isEqualTo(204);
        assertThat(process(complaint).getProcessDefinitionId()).contains(":" + to + ":");
        Map<String, Instant> after = timers(instance);
        assertThat(after).containsExactlyInAnyOrderEntriesOf(due);
        assertThat(complaint.answerDue()).isEqualTo(after.get(ComplaintProcess.Event_AnswerDeadlinePassed));
    }

    @Test
    @DisplayName("Whoever may move cases cannot set their variables with the plan of a move")
    void noVariables() throws IOException {
        Complaint complaint = file(data.issuedSeal(), 1);
        int to = deploy(model());
        String instance = process(complaint).getId();
        assertThat(migrate(to, instance, Map.of("ruling", Map.of("value", "dismissed", "type", "String")),
            "SubProcess_ObtainAnswer", ComplaintProcess.Task_AnswerComplaint).getStatusCode().value()).isEqualTo(403);
        assertThat(process(complaint).getProcessDefinitionId()).contains(":" + from + ":");
    }

    /** As a program would, with all timers of these elements to be renewed. */
    private ResponseEntity<String> migrate(int to, String instance, Map<String, Object> variables, String... elements) {
        Map<String, Object> plan = Map.of("sourceProcessDefinitionId", definition(from), "targetProcessDefinitionId",
            definition(to), "variables", variables, "instructions", Stream.of(elements).map(element -> Map.of(
                "sourceActivityIds", List.of(element), "targetActivityIds", List.of(element),
                "updateEventTrigger", element.startsWith("Event_"))).toList());
        return http.withBasicAuth(OWNER, PASSWORD).postForEntity("/engine-rest/migration/execute",
            Map.of("migrationPlan", plan, "processInstanceIds", List.of(instance)), String.class);
    }

    private Map<String, Instant> timers(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
            .collect(Collectors.toMap(job -> management.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId(),
                job -> job.getDuedate().toInstant()));
    }

    private Instant verdictDue(Complaint complaint) {
        return management.createJobQuery().processInstanceId(process(complaint).getId())
            .activityId(ComplaintProcess.Event_VerdictDeadlinePassed).singleResult().getDuedate().toInstant();
    }
}
