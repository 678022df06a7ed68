package org.namad.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseFiles;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** What the engine needs beyond {@code camunda.bpm.*} in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int LONGEST_WAIT_SECONDS = 300;

    /**
     * Shows facts on staff tasks and guards these, keeps history without the facts, names MariaDB's dialect (Camunda
     * 7.24 no longer detects it and stops), and makes every retryable job keep a due date, which acquisition by due
     * date relies on.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    AbstractProcessEnginePlugin engineSettings(DataSource dataSource, ObjectProvider<CaseFiles> caseFiles,
            ObjectProvider<EntityManagerFactory> persistence,
            ObjectProvider<Absences> absences, ObjectProvider<StaffAccounts> accounts, ObjectProvider<StaffDrafts> drafts,
            JalaliDates dates, ListableBeanFactory beans, @Value("${namad.base-url}") String baseUrl,
            @Value("${namad.language}") Locale language) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                ((SpringProcessEngineConfiguration) configuration).setDatabaseType(databaseType(dataSource));
                configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistoryLevel())));
                configuration.setHistory(new CaseHistoryLevel().getName());
                configuration.getCustomPostBPMNParseListeners()
                    .add(new StaffTasks(caseFiles, absences, accounts, drafts, dates, baseUrl, language));
                configuration.getCustomPostBPMNParseListeners().add(new FormListeners(beans));
                letStaffWork(configuration, new StaffTaskGuard(accounts, absences));
                configuration.getCustomPostBPMNParseListeners().add(new StepNotes(persistence));
                configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new Refusals.Noting())));
                configuration.setEnsureJobDueDateNotNull(true);
                configuration.setJobExecutorAcquireByDueDate(true);
                configuration.setJobExecutorPreferTimerJobs(true);
            }
        };
    }

    /**
     * Whoever may do a task may claim and complete it, and change nothing else about it. A wrong password makes its
     * owner wait, five minutes at most: an account that locks for good can be locked by anybody who knows its name.
     */
    private static void letStaffWork(ProcessEngineConfigurationImpl configuration, StaffTaskGuard guard) {
        configuration.setTaskService(new StaffTaskService(guard));
        configuration.setFormService(new StaffFormService(guard));
        configuration.setResourceAuthorizationProvider(new OwnRights());
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
        configuration.setLoginDelayMaxTime(LONGEST_WAIT_SECONDS);
    }

    /** Lets the engine's clock follow {@link NamadClock}, so that timers and code agree on the time. */
    @Bean
    EngineClock engineClock(NamadClock clock) {
        clock.follow(offset -> ClockUtil.offset(offset.toMillis()));
        return new EngineClock();
    }

    static String databaseType(DataSource dataSource) {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getDatabaseProductName());
            return product.equals("MariaDB") ? "mysql" : product.toLowerCase();
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    /** Marks that the engine's clock follows ours. */
    static final class EngineClock {
    }
}
