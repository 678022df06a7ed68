package org.namad.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.MariaDb;
import org.namad.NamadApplication;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.notification.Mail;
import org.namad.notification.Mails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Namad on MariaDB goes down with a case running, and is started again later. */
class OutageRestartIT {

    private static final CaseKey KEY = new CaseKey("timed", 1);

    @Test
    @DisplayName("N7 A start after an outage logs it and moves the clocks before any timer is let run; of several nodes one does")
    void restart() {
        String url = MariaDb.newDatabase();
        try (ConfigurableApplicationContext before = start(url, false)) {
            before.getBean(RepositoryService.class).createDeployment().addModelInstance("timed.bpmn",
                Bpmn.createExecutableProcess("timed").camundaHistoryTimeToLiveString("P1D").startEvent()
                    .userTask("Task_Answer").boundaryEvent("Event_AnswerDeadlinePassed").timerWithDuration("PT1H")
                    .endEvent().moveToActivity("Task_Answer").endEvent().done()).deploy();
            before.getBean(RuntimeService.class).startProcessInstanceByKey("timed", KEY.toString());
            // As it would be if it had been stopped 45 minutes ago, 15 minutes before the deadline.
            JdbcTemplate database = before.getBean(JdbcTemplate.class);
            // Since the last beat no time has passed for the clocks, however slow the machine is.
            Instant now = Instant.ofEpochMilli(database.queryForObject("select beat_millis from heartbeat", Long.class));
            database.update("update ACT_RU_JOB set CREATE_TIME_ = ?, DUEDATE_ = ? where PROCESS_DEF_KEY_ = 'timed'",
                Timestamp.from(now.minus(Duration.ofMinutes(90))), Timestamp.from(now.minus(Duration.ofMinutes(30))));
            sleepFor(database, Duration.ofMinutes(45));
        }

        try (ConfigurableApplicationContext after = start(url, true)) {
            Outage outage = after.getBean(Outages.class).findAllByOrderByStartedAtDesc().get(0);
            assertThat(outage.length()).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(60));
            assertThat(outage.enteredBy()).isNull();
            assertThat(after.getBean(TaskService.class).createTaskQuery().processInstanceBusinessKey(KEY.toString())
                .count()).as("the deadline has not passed").isEqualTo(1);
            Instant due = after.getBean(ManagementService.class).createJobQuery()
                .activityId("Event_AnswerDeadlinePassed").singleResult().getDuedate().toInstant();
            assertThat(Duration.between(outage.endedAt(), due)).isCloseTo(Duration.ofMinutes(15), Duration.ofSeconds(2));
            assertThat(told(after)).hasSize(2);

            // Down once more; then several nodes come back at once.
            sleepFor(after.getBean(JdbcTemplate.class), Duration.ofMinutes(11));
            List<CompletableFuture<Void>> nodes = Stream.of(1, 2, 3, 4)
                .map(node -> CompletableFuture.runAsync(heartbeat(after)::beat)).toList();
            CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();
            assertThat(after.getBean(Outages.class).findAllByOrderByStartedAtDesc()).hasSize(2);
            assertThat(told(after)).hasSize(4);
        }
    }

    private static void sleepFor(JdbcTemplate database, Duration time) {
        database.update("update heartbeat set beat_millis = beat_millis - ?", time.toMillis());
    }

    private static List<Mail> told(ConfigurableApplicationContext namad) {
        return namad.getBean(Mails.class).of(KEY).stream()
            .filter(mail -> mail.template().equals("deadline-moved")).toList();
    }

    private static Heartbeat heartbeat(ConfigurableApplicationContext namad) {
        return new Heartbeat(namad.getBean(JdbcTemplate.class), namad.getBean(TransactionTemplate.class),
            namad.getBean(OutageDesk.class), namad.getBean(NamadClock.class), Duration.ofMinutes(10));
    }

    private static ConfigurableApplicationContext start(String url, boolean withTimers) {
        return new SpringApplicationBuilder(NamadApplication.class).run("--server.port=0",
            "--spring.datasource.url=" + url, "--spring.datasource.username=root", "--spring.datasource.password=",
            "--namad.demo.data=false", "--namad.simulators.port=0", "--namad.outages.beat-every=P1D",
            "--camunda.bpm.job-execution.enabled=" + withTimers);
    }
}
