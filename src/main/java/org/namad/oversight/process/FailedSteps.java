package org.namad.oversight.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.namad.calendar.NamadClock;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.namad.oversight.Failures;
import org.namad.oversight.RetryRefused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads incidents and failing jobs, counted and joined by the database; tries them again through the engine. */
@Component
class FailedSteps implements Failures {

    private static final int CAUSES = 20;
    private static final int CASES = 10;
    /** An incident of a called process stands in its callers too; only the one where it happened counts. */
    private static final String HERE =
        "i.INCIDENT_TYPE_ = 'failedJob' and i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and i.CONFIGURATION_ is not null";
    private static final String ALIKE = HERE + " and i.PROC_DEF_ID_ = ? and i.ACTIVITY_ID_ = ? "
        + "and coalesce(i.INCIDENT_MSG_, '') = coalesce(?, '') order by i.INCIDENT_TIMESTAMP_, i.ID_ limit ";
    private static final String JOBS =
        "select j.ID_, j.TYPE_ from ACT_RU_INCIDENT i join ACT_RU_JOB j on j.ID_ = i.CONFIGURATION_ where ";
    private static final Map<Kind, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put(Kind.OUTSIDE, Pattern.compile("Unavailable|GatewayRefused|java\\.net\\.|HttpTimeout|ResourceAccess"
            + "|HttpServerError|MailSend"));
        SIGNS.put(Kind.DATABASE, Pattern.compile("SQLException|DataAccess|PersistenceException|JDBCException"));
        SIGNS.put(Kind.MODEL, Pattern.compile("PropertyNotFound|MethodNotFound|ELException|Unknown property|NullValue"
            + "|[dD]mn|no processes deployed"));
    }

    private final JdbcTemplate database;
    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final StaffAccounts accounts;
    private final NamadClock clock;

    FailedSteps(JdbcTemplate database, ManagementService management, RepositoryService repository,
            IdentityService identities, StaffAccounts accounts, NamadClock clock) {
        this.database = database;
        this.management = management;
        this.repository = repository;
        this.identities = identities;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Cause> causes() {
        return database.query("select i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_MSG_, count(*) as CASES_, "
            + "min(i.INCIDENT_TIMESTAMP_) as SINCE_ from ACT_RU_INCIDENT i where " + HERE
            + " group by i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_MSG_ order by CASES_ desc, SINCE_ limit " + CAUSES,
            (row, number) -> cause(row)).stream().filter(cause -> cause != null).toList();
    }

    private Cause cause(ResultSet row) throws SQLException {
        String definition = row.getString("PROC_DEF_ID_");
        String activity = row.getString("ACTIVITY_ID_");
        String message = row.getString("INCIDENT_MSG_");
        List<String> jobs = new ArrayList<>();
        List<Stopped> cases = database.query("select i.ID_, i.CONFIGURATION_, i.INCIDENT_TIMESTAMP_, "
            + "coalesce(e.BUSINESS_KEY_, r.BUSINESS_KEY_) as CASE_ from ACT_RU_INCIDENT i "
            + "left join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_ "
            + "left join ACT_RU_EXECUTION r on r.ID_ = e.ROOT_PROC_INST_ID_ where " + ALIKE + CASES, (one, number) -> {
                jobs.add(one.getString("CONFIGURATION_"));
                return new Stopped(one.getString("ID_"), one.getString("CASE_"),
                    one.getTimestamp("INCIDENT_TIMESTAMP_").toInstant());
            }, definition, activity, message);
        // The incident may have ended in between.
        return cases.isEmpty() ? null : new Cause(cases.get(0).incident(), process(definition),
            element(definition, activity), kind(jobs.get(0)), message, row.getLong("CASES_"),
            row.getTimestamp("SINCE_").toInstant(), cases);
    }

    private Kind kind(String job) {
        boolean known = management.createJobQuery().jobId(job).count() > 0;
        String trace = known ? management.getJobExceptionStacktrace(job) : null;
        return trace == null ? Kind.UNKNOWN : SIGNS.entrySet().stream()
            .filter(sign -> sign.getValue().matcher(trace).find()).map(Map.Entry::getKey).findFirst()
            .orElse(Kind.UNKNOWN);
    }

    @Override
    public List<Failing> failing() {
        return database.query("select j.PROCESS_DEF_ID_, d.ACT_ID_, max(j.EXCEPTION_MSG_) as MESSAGE_, "
            + "count(*) as JOBS_, min(j.DUEDATE_) as NEXT_ from ACT_RU_JOB j "
            + "join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ "
            + "where j.EXCEPTION_STACK_ID_ is not null and j.RETRIES_ > 0 and j.PROCESS_DEF_ID_ is not null "
            + "group by j.PROCESS_DEF_ID_, d.ACT_ID_ order by JOBS_ desc, NEXT_ limit " + CAUSES, (row, number) -> {
                String definition = row.getString("PROCESS_DEF_ID_");
                String activity = row.getString("ACT_ID_");
                Timestamp next = row.getTimestamp("NEXT_");
                return new Failing(definition.split(":")[0] + "/" + activity, process(definition),
                    element(definition, activity), row.getString("MESSAGE_"), row.getLong("JOBS_"),
                    next == null ? null : next.toInstant());
            });
    }

    @Override
    @Transactional
    public int retry(String incident, String staffId) {
        return tryAgain(database.queryForList(JOBS + HERE + " and i.ID_ = ?", incident), staffId);
    }

    @Override
    @Transactional
    public int retryAlike(String incident, String staffId) {
        return database.queryForList("select i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_MSG_ from ACT_RU_INCIDENT i "
            + "where i.ID_ = ?", incident).stream().findFirst()
            .map(one -> tryAgain(database.queryForList(JOBS + ALIKE + AT_ONCE, one.get("PROC_DEF_ID_"),
                one.get("ACTIVITY_ID_"), one.get("INCIDENT_MSG_")), staffId)).orElse(0);
    }

    private int tryAgain(List<Map<String, Object>> jobs, String staffId) {
        Map<Boolean, List<String>> ofTimers = jobs.stream().collect(Collectors.partitioningBy(
            job -> TimerEntity.TYPE.equals(job.get("TYPE_")), Collectors.mapping(job -> (String) job.get("ID_"),
                Collectors.toList())));
        identities.setAuthentication(staffId, accounts.find(staffId).map(StaffMember::groups).map(List::copyOf)
            .orElse(List.of()));
        try {
            if (!ofTimers.get(false).isEmpty()) {
                management.setJobRetries(1).jobIds(ofTimers.get(false)).dueDate(Date.from(clock.instant())).execute();
            }
            if (!ofTimers.get(true).isEmpty()) {
                // A timer keeps its time, which may have been moved since it failed: no deadline ends early (R1).
                management.setJobRetries(1).jobIds(ofTimers.get(true)).execute();
            }
            return jobs.size();
        } catch (AuthorizationException refused) {
            throw new RetryRefused(refused);
        } finally {
            identities.clearAuthentication();
        }
    }

    private String process(String definition) {
        Process process = model(definition).getModelElementsByType(Process.class).iterator().next();
        return process.getName() == null ? process.getId() : process.getName();
    }

    private String element(String definition, String activity) {
        FlowElement element = model(definition).getModelElementById(activity);
        return element == null || element.getName() == null ? activity : element.getName();
    }

    private BpmnModelInstance model(String definition) {
        return repository.getBpmnModelInstance(definition);
    }
}
