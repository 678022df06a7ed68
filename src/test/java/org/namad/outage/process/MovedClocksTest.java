package org.namad.outage.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.demo.ReceivedMail;
import org.namad.engine.TimeTravel;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.namad.outage.ClockMove;
import org.namad.outage.ClockMoves;
import org.namad.outage.DeadlineMoved;
import org.namad.outage.NewOutage;
import org.namad.outage.Outage;
import org.namad.outage.OutageDesk;
import org.namad.outage.OutageLogged;
import org.namad.outage.OutageRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@NamadTest
@RecordApplicationEvents
class MovedClocksTest {

    private static final AtomicLong CASES = new AtomicLong(1);
    private static final Duration STORED = Duration.ofSeconds(1);

    @Autowired OutageDesk desk;
    @Autowired ClockMoves moves;
    @Autowired Mails mails;
    @Autowired TestMailbox mailbox;
    @Autowired JalaliDates dates;
    @Autowired NamadClock clock;
    @Autowired TimeTravel travel;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ApplicationEvents events;

    private final CaseKey key = new CaseKey(TimedCaseFile.KIND, CASES.getAndIncrement());
    private String deployment;
    private Instant start;

    @BeforeEach
    void startCase() {
        // Away from the outages of other tests.
        travel.by(Duration.ofDays(2));
        var answer = Bpmn.createExecutableProcess("timed").camundaHistoryTimeToLiveString("P1D").startEvent()
            .userTask("Task_Answer");
        answer.boundaryEvent("Event_AnswerDeadlinePassed").timerWithDuration("PT96H").endEvent("End_Late");
        answer.boundaryEvent("Event_Reminder").cancelActivity(false).timerWithDuration("PT90H").endEvent("End_Reminded");
        answer.boundaryEvent("Event_TermOver").timerWithDate("${termEnd}").endEvent("End_Term");
        answer.boundaryEvent("Event_LookAgain").timerWithDuration("P90D").endEvent("End_Looked");
        var model = answer.endEvent("End_Answered").done();
        var properties = model.newInstance(CamundaProperties.class);
        var property = model.newInstance(CamundaProperty.class);
        property.setCamundaName("runsOnDuringOutages");
        property.setCamundaValue("true");
        properties.addChildElement(property);
        var extensions = model.newInstance(ExtensionElements.class);
        extensions.addChildElement(properties);
        ((BoundaryEvent) model.getModelElementById("Event_LookAgain"))
            .setExtensionElements(extensions);
        var caller = Bpmn.createExecutableProcess("timed-caller").camundaHistoryTimeToLiveString("P1D").startEvent()
            .callActivity("Call_Timed").calledElement("timed").camundaIn("termEnd", "termEnd").endEvent().done();
        deployment = repository.createDeployment().addModelInstance("timed.bpmn", model)
            .addModelInstance("timed-caller.bpmn", caller).deploy().getId();
        start = clock.instant();
        start("timed");
    }

    private void start(String process) {
        runtime.startProcessInstanceByKey(process, key.toString(),
            Map.of("termEnd", Date.from(start.plus(Duration.ofDays(60)))));
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("N7 A logged outage moves a running deadline and its reminder by the lost time; a date and a timer of nobody stay")
    void whileRunning() {
        Instant termOver = due("Event_TermOver");
        Instant lookAgain = due("Event_LookAgain");
        showOnTask(due("Event_AnswerDeadlinePassed"));
        travel.by(hours(20));

        Outage outage = log(10, 13);

        assertDue("Event_AnswerDeadlinePassed", 99);
        assertDue("Event_Reminder", 93);
        assertThat(due("Event_TermOver")).isEqualTo(termOver);
        assertThat(due("Event_LookAgain")).isEqualTo(lookAgain);
        assertThat(task().getDueDate().toInstant()).isEqualTo(due("Event_AnswerDeadlinePassed"));
        assertThat(events.stream(OutageLogged.class)).singleElement().satisfies(logged -> {
            assertThat(logged.from()).isEqualTo(outage.startedAt());
            assertThat(logged.until()).isEqualTo(outage.endedAt());
        });
        assertThat(moved()).extracting(DeadlineMoved::activityId)
            .containsExactly("Event_Reminder", "Event_AnswerDeadlinePassed");
        assertThat(moved()).allSatisfy(move -> {
            assertThat(move.processKey()).isEqualTo("timed");
            assertThat(move.outageId()).isEqualTo(outage.id());
            assertThat(Duration.between(move.from(), move.to())).isCloseTo(hours(3), STORED);
        });

        travel.to(start.plus(hours(98)));
        assertThat(ended()).containsExactly("End_Reminded");
        travel.to(start.plus(hours(99)).plusSeconds(1));
        assertThat(ended()).contains("End_Late");
    }

    @Test
    @DisplayName("N7 Both sides are told of the moved deadline, each in their language: old and new, Jalali and Gregorian, and why")
    void mails() {
        Instant old = due("Event_AnswerDeadlinePassed");
        travel.by(hours(20));

        log(10, 13);

        Instant now = due("Event_AnswerDeadlinePassed");
        ReceivedMail persian = mailbox.await(TimedCaseFile.address(key.id(), "left"), "deadline-moved");
        ReceivedMail english = mailbox.await(TimedCaseFile.address(key.id(), "right"), "deadline-moved");
        for (Instant due : List.of(old, now)) {
            for (Locale language : List.of(Locale.forLanguageTag("fa"), Locale.ENGLISH)) {
                assertThat(persian.text()).contains(dates.dateTime(due, language));
                assertThat(english.text()).contains(dates.dateTime(due, language));
            }
        }
        assertThat(persian.text()).contains("کابل برید", "۳ ساعت", "مهلت پاسخ فروشگاه به شکایت");
        assertThat(english.text()).contains("A cable was cut", "3 hours", "the deadline for the business to answer");
        assertThat(new String(english.source())).contains("deadline.ics");
        assertThat(told()).as("not of the reminder").hasSize(2);
    }

    @Test
    @DisplayName("N7 An outage before the start of a clock, or after its end, moves nothing")
    void beforeAndAfter() {
        travel.by(hours(97));
        assertThat(ended()).contains("End_Late");
        start = clock.instant();
        start("timed");
        travel.by(hours(2));

        log(-5, -1);

        assertDue("Event_AnswerDeadlinePassed", 96);
        assertThat(moved()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    @DisplayName("N7 A case that began during an outage gains what was left of it")
    void startedDuringOutage() {
        travel.by(hours(5));

        log(-2, 3);

        assertDue("Event_AnswerDeadlinePassed", 99);
    }

    @Test
    @DisplayName("N7 A deadline that ran out while the platform was down leaves as much time after the outage as was left before it")
    void acrossDeadline() {
        // Nobody runs timers while the platform is down.
        clock.moveTo(start.plus(hours(98)));

        log(94, 98);

        assertDue("Event_AnswerDeadlinePassed", 100);
        travel.runDueJobs();
        assertThat(ended()).doesNotContain("End_Late");
        travel.to(start.plus(hours(100)).plusSeconds(1));
        assertThat(ended()).contains("End_Late");
    }

    @Test
    @DisplayName("N7 Two outages count both; of two that overlap the common time counts once; what is known is refused")
    void twoOutages() {
        travel.by(hours(40));
        log(10, 13);
        log(20, 22);
        assertDue("Event_AnswerDeadlinePassed", 101);

        log(21, 24);
        assertDue("Event_AnswerDeadlinePassed", 103);
        log(8, 11);
        assertDue("Event_AnswerDeadlinePassed", 105);

        assertThatThrownBy(() -> log(9, 12)).isInstanceOf(OutageRefused.class)
            .extracting("reason").isEqualTo(OutageRefused.Cause.KNOWN);
        assertDue("Event_AnswerDeadlinePassed", 105);
        assertThat(told()).hasSize(8).extracting(Mail::occurrence).hasSize(8);
    }

    @Test
    @DisplayName("N7 A deadline that staff extended keeps its extension through outages logged before and after")
    void extended() {
        travel.by(hours(40));
        log(10, 13);
        Job timer = job("Event_AnswerDeadlinePassed");
        management.setJobDuedate(timer.getId(), Date.from(due("Event_AnswerDeadlinePassed").plus(hours(48))));

        log(20, 22);

        assertDue("Event_AnswerDeadlinePassed", 96 + 3 + 48 + 2);
    }

    @Test
    @DisplayName("N7 A called process belongs to the case of its caller")
    void calledProcess() {
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(key.toString()).singleResult().getId(), "replaced");
        start("timed-caller");
        travel.by(hours(20));

        log(10, 13);

        assertThat(moved()).extracting(DeadlineMoved::processKey).containsExactly("timed", "timed");
        assertThat(told()).hasSize(2);
    }

    @Test
    @DisplayName("N7 A deadline of staff moves, too; the parties of the case are not told of it")
    void staffTask() {
        UserTask task = (UserTask) repository.getBpmnModelInstance(definition()).clone()
            .getModelElementById("Task_Answer");
        task.setCamundaCandidateGroups("case-officer");
        String redesigned = repository.createDeployment()
            .addModelInstance("timed.bpmn", (BpmnModelInstance) task.getModelInstance()).deploy().getId();
        try {
            runtime.deleteProcessInstance(task().getProcessInstanceId(), "replaced");
            start("timed");
            travel.by(hours(20));

            log(10, 13);

            assertDue("Event_AnswerDeadlinePassed", 99);
            assertThat(told()).isEmpty();
        } finally {
            repository.deleteDeployment(redesigned, true);
        }
    }

    private String definition() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("timed").latestVersion().singleResult()
            .getId();
    }

    @Test
    @DisplayName("N7 Several nodes that take up an outage at once move each clock once and tell each side once")
    void severalNodes() {
        travel.by(hours(20));
        List<CompletableFuture<Void>> nodes = Stream.of(1, 2, 3, 4).map(node -> CompletableFuture.runAsync(() -> {
            try {
                log(10, 13);
            } catch (OutageRefused known) {
                assertThat(known.reason()).isEqualTo(OutageRefused.Cause.KNOWN);
            }
        })).toList();
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        assertDue("Event_AnswerDeadlinePassed", 99);
        assertThat(moves.findByTimerId(job("Event_AnswerDeadlinePassed").getId())).hasSize(1)
            .first().extracting(ClockMove::key).isEqualTo(key);
        assertThat(told()).hasSize(2);
    }

    @Test
    @DisplayName("N7 An outage that is not over, or ends before it begins, or is absurdly long is refused")
    void refused() {
        assertRefused(OutageRefused.Cause.NOT_OVER, -1, 5);
        assertRefused(OutageRefused.Cause.ENDS_BEFORE_IT_BEGINS, -1, -1);
        assertRefused(OutageRefused.Cause.TOO_LONG, -32 * 24, -1);
    }

    private void assertRefused(OutageRefused.Cause cause, int from, int until) {
        assertThatThrownBy(() -> log(from, until)).isInstanceOf(OutageRefused.class)
            .extracting("reason").isEqualTo(cause);
    }

    private Outage log(int from, int until) {
        return desk.log(new NewOutage(start.plus(hours(from)), start.plus(hours(until)), "کابل برید",
            "A cable was cut"), "supervisor1");
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private void assertDue(String event, int hours) {
        assertThat(Duration.between(start, due(event))).as(event).isCloseTo(hours(hours), STORED);
    }

    private Instant due(String event) {
        return job(event).getDuedate().toInstant();
    }

    private Job job(String event) {
        return management.createJobQuery().processDefinitionKey("timed").activityId(event).list().stream()
            .filter(job -> job.getProcessInstanceId().equals(task().getProcessInstanceId())).findFirst().orElseThrow();
    }

    private Task task() {
        return tasks.createTaskQuery().processDefinitionKey("timed").active().singleResult();
    }

    private void showOnTask(Instant due) {
        Task task = task();
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
    }

    private List<DeadlineMoved> moved() {
        return events.stream(DeadlineMoved.class).filter(move -> move.key().equals(key)).toList();
    }

    private List<Mail> told() {
        return mails.of(key).stream().filter(mail -> mail.template().equals("deadline-moved")).toList();
    }

    private List<String> ended() {
        return history.createHistoricActivityInstanceQuery().activityType("noneEndEvent").list().stream()
            .filter(end -> end.getProcessDefinitionKey().equals("timed")).map(end -> end.getActivityId()).toList();
    }
}
