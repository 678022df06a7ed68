package org.namad.rollout.process;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchConfiguration;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps every deadline to the instant when cases move, whoever moves them and how: over the pages, over REST at once or
 * as a batch, from Cockpit (R1). What the engine would count anew is set back before anything is written: the database
 * still says when each timer was due. A reminder that only the target version has counts from the beginning of what it
 * reminds of, not from the move.
 */
@Component
class KeptDeadlines extends AbstractProcessEnginePlugin {

    private static final int TRIES = 3;
    private static final String DUE = "select j.ID_, j.EXECUTION_ID_, d.ACT_ID_, j.DUEDATE_ from ACT_RU_JOB j "
        + "join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where j.PROCESS_INSTANCE_ID_ = ? and j.TYPE_ = 'timer'";

    private final JdbcTemplate database;

    KeptDeadlines(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomBatchJobHandlers(List.of(new Batches()));
        List<CommandInterceptor> interceptors = new ArrayList<>(List.of(new Moves()));
        if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
        }
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
    }

    private void keep(CommandContext context) {
        Map<String, List<ExecutionEntity>> cases = context.getDbEntityManager().getDbEntityCache()
            .getEntitiesByType(ExecutionEntity.class).stream()
            .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId));
        cases.forEach((one, waits) -> {
            Map<String, Date> due = new HashMap<>();
            database.query(DUE, row -> {
                Timestamp at = row.getTimestamp(4);
                due.put(row.getString(1), new Date(at.getTime()));
                due.put(place(row.getString(2), row.getString(3)), new Date(at.getTime()));
            }, one);
            waits.forEach(wait -> timers(wait).forEach(timer -> keep(wait, timer, due, context)));
        });
    }

    private static void keep(ExecutionEntity wait, TimerEntity timer, Map<String, Date> due, CommandContext context) {
        // A plan that leaves a timer out makes the engine drop it and begin it anew at the same place.
        Date told = due.getOrDefault(timer.getId(), due.get(place(timer.getExecutionId(), timer.getActivityId())));
        if (told == null && isReminder(wait, timer)) {
            countFromTheBeginning(wait, timer, context);
        } else if (told != null && !told.equals(timer.getDuedate())) {
            timer.setDuedate(told);
        }
    }

    private static String place(String execution, String element) {
        return execution + " " + element;
    }

    private static Collection<TimerEntity> timers(ExecutionEntity wait) {
        return wait.getJobs().stream().filter(TimerEntity.class::isInstance).map(TimerEntity.class::cast).toList();
    }

    private static boolean isReminder(ExecutionEntity wait, TimerEntity timer) {
        return wait.getBpmnModelInstance().getModelElementById(timer.getActivityId()) instanceof BoundaryEvent event
            && !event.cancelActivity() && event.getEventDefinitions().stream().anyMatch(definition ->
                definition instanceof TimerEventDefinition time && time.getTimeDuration() != null);
    }

    private static void countFromTheBeginning(ExecutionEntity wait, TimerEntity timer, CommandContext context) {
        HistoricActivityInstance began = context.getProcessEngineConfiguration().getHistoryService()
            .createHistoricActivityInstanceQuery().activityInstanceId(wait.getActivityInstanceId()).singleResult();
        if (began != null) {
            Date now = ClockUtil.getCurrentTime();
            Date due = new Date(timer.getDuedate().getTime() - (now.getTime() - began.getStartTime().getTime()));
            if (due.after(now)) {
                timer.setDuedate(due);
            } else {
                timer.delete();
            }
        }
    }

    /** Sees what is moved at once, and every plan. */
    private final class Moves extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            T result = next.execute(command);
            CommandContext context = Context.getCommandContext();
            if (command instanceof MigrateProcessInstanceCmd) {
                keep(context);
            } else if (result instanceof MigrationPlan plan && plan.getVariables() != null
                    && !plan.getVariables().isEmpty() && context.isAuthorizationCheckEnabled()
                    && context.getAuthentication() != null) {
                // Whoever may move cases may not decide on them.
                throw new AuthorizationException("A migration plan may not set variables of cases.");
            }
            return result;
        }
    }

    /** Moves what batches move: within its job the engine asks no interceptor. */
    private final class Batches extends MigrationBatchJobHandler {

        @Override
        public void executeHandler(MigrationBatchConfiguration move, ExecutionEntity execution, CommandContext context,
                String tenantId) {
            super.executeHandler(move, execution, context, tenantId);
            keep(context);
        }

        /** What cannot move now cannot move a moment later either; who lost a race in the database comes again. */
        @Override
        protected void postProcessJob(MigrationBatchConfiguration configuration, JobEntity job,
                MigrationBatchConfiguration jobConfiguration) {
            super.postProcessJob(configuration, job, jobConfiguration);
            job.setRetries(TRIES);
        }
    }
}
