package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.MariaDb;
import org.namad.NamadTest;
import org.namad.calendar.NamadClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The job executor at work on a real MariaDB, as in production: nothing but the clock is moved. */
@NamadTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@ContextConfiguration(initializers = MariaDb.class)
class JobExecutorIT {

    private static final int DUE = 300;
    private static final int WAITING = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    ProcessEngine engine;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    HistoryService history;
    @Autowired
    ManagementService management;
    @Autowired
    NamadClock clock;
    @Autowired
    DataSource dataSource;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    ConfigurableListableBeanFactory beans;

    /** As many timers wait for years as some thousand open cases have. */
    @BeforeEach
    void timersThatWait() {
        jdbc.update("insert ignore into ACT_RU_JOB (ID_, REV_, TYPE_, DUEDATE_, RETRIES_, EXCLUSIVE_, SUSPENSION_STATE_, "
            + "HANDLER_TYPE_) select concat('waits-', seq), 1, 'timer', timestampadd(minute, seq, '2090-01-01'), 3, 1, 1, "
            + "'timer-transition' from seq_1_to_" + WAITING);
        jdbc.execute("analyze table ACT_RU_JOB");
    }

    @Test
    @DisplayName("The engine takes timers first, by due date, and is never away for more than five seconds")
    void settings() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor executor = configuration.getJobExecutor();
        assertThat(executor.isActive()).isTrue();
        assertThat(configuration.isJobExecutorPreferTimerJobs()).isTrue();
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(executor.getMaxWait()).isEqualTo(5000);
    }

    @Test
    @DisplayName("Hundreds of timers that fall due at once go off, each once, found by the index among thousands that wait")
    void manyTimers() {
        deploy(Bpmn.createExecutableProcess("many-timers").camundaHistoryTimeToLiveString("P1D").startEvent()
            .intermediateCatchEvent("Event_Due").timerWithDuration("PT1H").endEvent("End_WentOff").done());
        for (int i = 0; i < DUE; i++) {
            runtime.startProcessInstanceByKey("many-timers");
        }
        jdbc.execute("set global log_output = 'TABLE', global general_log = 1");
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        String acquisition = Awaitility.await().atMost(PATIENCE).until(this::acquisition, sql -> sql != null);
        jdbc.execute("set global general_log = 0");
        Awaitility.await().atMost(PATIENCE).until(() ->
            runtime.createProcessInstanceQuery().processDefinitionKey("many-timers").count() == 0);

        assertThat(history.createHistoricProcessInstanceQuery().processDefinitionKey("many-timers").completed().count())
            .isEqualTo(DUE);
        assertThat(history.createHistoricActivityInstanceQuery().activityId("Event_Due").finished().count())
            .isEqualTo(DUE);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(jdbc.queryForList("explain " + acquisition)).as(acquisition).anySatisfy(step ->
            assertThat(step).containsEntry("table", "RES").containsEntry("key", "NAMAD_IDX_JOB_DUE"));
    }

    /** The statement with which the engine last looked for due jobs; null if it has not yet since statements are logged. */
    private String acquisition() {
        return jdbc.queryForList("select cast(argument as char) from mysql.general_log where command_type = 'Query' and "
            + "argument like '%from ACT_RU_JOB RES%LOCK_EXP_TIME_ <%order by%' and argument not like '%general_log%' "
            + "order by event_time desc limit 1", String.class).stream().findFirst().orElse(null);
    }

    @Test
    @DisplayName("A job that MariaDB picks as the victim of a deadlock is done again, and what it did before is done once")
    void deadlock() throws Exception {
        jdbc.execute("create table crossing (id int primary key, passed int not null) engine = InnoDB");
        jdbc.update("insert into crossing select seq, 0 from seq_1_to_1000");
        Crossing.jdbc = jdbc;
        Crossing.tries = 0;
        beans.registerSingleton("crossing", new Crossing());
        deploy(Bpmn.createExecutableProcess("crossing").camundaHistoryTimeToLiveString("P1D").startEvent()
            .serviceTask("Task_Cross").camundaDelegateExpression("${crossing}").camundaAsyncBefore().endEvent().done());
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            // Who has changed more is not the victim.
            update(other, "update crossing set passed = passed + 10 where id > 1");
            runtime.startProcessInstanceByKey("crossing");
            assertThat(Crossing.HALFWAY.await(60, TimeUnit.SECONDS)).isTrue();
            update(other, "update crossing set passed = passed + 10 where id = 1");
            other.commit();
        }
        // Only then it is known when it is tried again.
        Awaitility.await().atMost(PATIENCE).until(() -> management.createJobQuery().withException().count() == 1);
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(15)));
        Awaitility.await().atMost(PATIENCE).until(() ->
            runtime.createProcessInstanceQuery().processDefinitionKey("crossing").count() == 0);
        assertThat(Crossing.tries).isEqualTo(2);
        assertThat(Crossing.failure).as("error 1213").contains("Deadlock found");
        assertThat(jdbc.queryForList("select passed from crossing where id <= 2 order by id", Integer.class))
            .containsExactly(11, 11);
        assertThat(runtime.createIncidentQuery().activityId("Task_Cross").count()).isZero();
    }

    private void deploy(BpmnModelInstance model) {
        repository.createDeployment().addModelInstance("model.bpmn", model).deploy();
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Locks the first row, and then wants the second, which somebody else has locked who wants the first. */
    public static class Crossing implements JavaDelegate {

        static final CountDownLatch HALFWAY = new CountDownLatch(1);
        static volatile JdbcTemplate jdbc;
        static volatile int tries;
        static volatile String failure;

        @Override
        public void execute(DelegateExecution execution) {
            tries = tries + 1;
            jdbc.update("update crossing set passed = passed + 1 where id = 1");
            HALFWAY.countDown();
            try {
                jdbc.update("update crossing set passed = passed + 1 where id = 2");
            } catch (RuntimeException deadlocked) {
                failure = String.valueOf(deadlocked.getMessage());
                throw deadlocked;
            }
        }
    }
}
