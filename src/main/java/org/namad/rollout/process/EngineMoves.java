package org.namad.rollout.process;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.batch.history.HistoricBatch;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchJobConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.namad.calendar.NamadClock;
import org.namad.rollout.CaseMoves;
import org.namad.rollout.ModelRefused;
import org.namad.rollout.ModelVersions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Moves cases with the engine's migration batches. Who moved them from where to where stands in the engine's log. */
@Component
class EngineMoves implements CaseMoves {

    private static final int LATEST = 10;
    /** The engine notes the operation and the batch one after the other. */
    private static final long APART = 5000;
    private static final String ENDED = "ended";
    private static final String OTHER = "other";

    private final MovePlans plans;
    private final ModelVersions versions;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;
    private final AsPerson person;
    private final MessageSource messages;
    private final NamadClock clock;

    EngineMoves(MovePlans plans, ModelVersions versions, RuntimeService runtime, ManagementService management,
            HistoryService history, ProcessEngineConfigurationImpl engine, AsPerson person, MessageSource messages,
            NamadClock clock) {
        this.plans = plans;
        this.versions = versions;
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.engine = engine;
        this.person = person;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Plan> plan(String process, int from, int to, Map<String, String> byHand, Locale locale) {
        Optional<ProcessDefinition> source = plans.definition(process, from);
        Optional<ProcessDefinition> target = plans.definition(process, to);
        return from == to || source.isEmpty() || target.isEmpty() ? Optional.empty()
            : versions.find(ModelVersions.Kind.PROCESS, process)
                .map(model -> plans.plan(model, source.get(), target.get(), byHand, locale));
    }

    @Override
    public String start(String process, int from, int to, Map<String, String> byHand, String staffId) {
        Plan plan = plan(process, from, to, byHand, Locale.ENGLISH).orElseThrow();
        if (!plan.isReady()) {
            throw new ModelRefused(plan.faults(), null);
        }
        return latest().stream().filter(move -> !move.isOver() && move.key().equals(process) && move.from() == from
            && move.to() == to).map(Move::id).findFirst().orElseGet(() -> begin(process, from, to, byHand, staffId));
    }

    private String begin(String process, int from, int to, Map<String, String> byHand, String staffId) {
        ProcessDefinition source = plans.definition(process, from).orElseThrow();
        ProcessDefinition target = plans.definition(process, to).orElseThrow();
        return person.run(staffId, () -> runtime.newMigration(plans.build(source, target, byHand))
            .processInstanceQuery(runtime.createProcessInstanceQuery().processDefinitionId(source.getId()))
            .executeAsync().getId());
    }

    @Override
    public List<Move> latest() {
        return history.createHistoricBatchQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).orderByStartTime().desc()
            .listPage(0, LATEST).stream().map(this::move).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Move> find(String id) {
        return batch(id).flatMap(this::move);
    }

    private Optional<HistoricBatch> batch(String id) {
        return Optional.ofNullable(history.createHistoricBatchQuery().batchId(id)
            .type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).singleResult());
    }

    private Optional<Move> move(HistoricBatch batch) {
        long begun = batch.getStartTime().getTime();
        BatchStatistics now = management.createBatchStatisticsQuery().batchId(batch.getId()).singleResult();
        long failed = now == null ? 0 : now.getFailedJobs();
        long done = now == null ? batch.getTotalJobs() : now.getTotalJobs() - now.getRemainingJobs();
        return history.createUserOperationLogQuery().operationType("Migrate").property("processDefinitionId")
            .afterTimestamp(new Date(begun - APART)).beforeTimestamp(new Date(begun + APART)).list().stream()
            .filter(entry -> Objects.equals(entry.getUserId(), batch.getCreateUserId()))
            .min(Comparator.comparingLong(entry -> Math.abs(entry.getTimestamp().getTime() - begun)))
            .flatMap(entry -> move(batch, entry, done, failed));
    }

    private Optional<Move> move(HistoricBatch batch, UserOperationLogEntry entry, long done, long failed) {
        String process = entry.getOrgValue().split(":")[0];
        return versions.find(ModelVersions.Kind.PROCESS, process).map(model -> new Move(batch.getId(), process, model.name(),
            version(entry.getOrgValue()), version(entry.getNewValue()), person.nameOf(batch.getCreateUserId()),
            batch.getStartTime().toInstant(), batch.getTotalJobs(), done, failed));
    }

    private static int version(String definition) {
        return Integer.parseInt(definition.split(":")[1]);
    }

    @Override
    public List<Stay> stays(String id, int page, Locale locale) {
        return batch(id).stream().flatMap(batch -> failed(batch).orderByJobId().asc()
                .listPage(page * STAYS_A_PAGE, STAYS_A_PAGE).stream())
            .flatMap(job -> cases(job.getId()).stream().map(one -> stay(one, job, locale))).toList();
    }

    private JobQuery failed(HistoricBatch batch) {
        return management.createJobQuery().jobDefinitionId(batch.getBatchJobDefinitionId()).noRetriesLeft();
    }

    /** The engine keeps the cases of a job in a file of its own. */
    private List<String> cases(String job) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            JobEntity entity = context.getJobManager().findJobById(job);
            if (entity == null) {
                return List.of();
            }
            ByteArrayEntity file = context.getDbEntityManager().selectById(ByteArrayEntity.class,
                ((BatchJobConfiguration) entity.getJobHandlerConfiguration()).getConfigurationByteArrayId());
            return ((BatchConfiguration) engine.getBatchHandlers().get(Batch.TYPE_PROCESS_INSTANCE_MIGRATION)
                .readConfiguration(file.getBytes())).getIds();
        });
    }

    private Stay stay(String instance, Job job, Locale locale) {
        ProcessInstance running = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        String said = String.valueOf(management.getJobExceptionStacktrace(job.getId()));
        String reason = running == null ? ENDED : reason(said);
        List<Element> elements = running == null ? List.of() : runtime.getActiveActivityIds(instance).stream().distinct()
            .map(plans.drawing(running.getProcessDefinitionId())::element).toList();
        return new Stay(running == null ? null : running.getBusinessKey(), running == null ? null : instance, elements,
            messages.getMessage("rollout.stay." + reason, null, locale),
            reason.equals(OTHER) ? job.getExceptionMessage() : null);
    }

    private static String reason(String said) {
        if (said.contains("no migration instruction")) {
            return "noCounterpart";
        } else if (said.contains("is not asyncBefore") || said.contains("is not asyncAfter")
                || said.contains("sequence flow")) {
            return "betweenSteps";
        } else if (said.contains("does not match the source process definition")) {
            return "elsewhere";
        } else if (said.contains("OptimisticLocking")) {
            return "busy";
        }
        return OTHER;
    }

    @Override
    public int retry(String id, String staffId) {
        List<String> jobs = batch(id).stream().flatMap(batch -> failed(batch).list().stream()).map(Job::getId).toList();
        if (!jobs.isEmpty()) {
            person.run(staffId, () -> {
                management.setJobRetries(1).jobIds(jobs).dueDate(Date.from(clock.instant())).execute();
                return jobs.size();
            });
        }
        return jobs.size();
    }
}
