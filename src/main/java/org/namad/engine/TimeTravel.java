package org.namad.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.namad.calendar.NamadClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Moves the clock on and does all work that falls due on the way, timer by timer and in order, as if the time had
 * really passed (N17). The job executor rests meanwhile, so nothing runs ahead of its time.
 */
@Component
public class TimeTravel {

    private static final Logger LOG = LoggerFactory.getLogger(TimeTravel.class);

    private final NamadClock clock;
    private final ManagementService management;
    private final ObjectProvider<BeforeTimePasses> before;
    /** Absent where job execution is off. */
    private final Optional<JobExecutor> jobExecutor;
    private final ConfigurableApplicationContext context;

    TimeTravel(NamadClock clock, ManagementService management, ObjectProvider<BeforeTimePasses> before,
            ObjectProvider<JobExecutor> jobExecutor, ConfigurableApplicationContext context) {
        this.clock = clock;
        this.management = management;
        this.before = before;
        this.jobExecutor = Optional.ofNullable(jobExecutor.getIfAvailable());
        this.context = context;
    }

    /** When the next timer of any case is due; empty if nothing waits for the time. */
    public Optional<Instant> nextTimer() {
        return management.createJobQuery().active().withRetriesLeft().timers().orderByJobDuedate().asc().listPage(0, 1)
            .stream().map(job -> job.getDuedate().toInstant()).findFirst();
    }

    /** Moves the timers that start sweeps to {@code first}: a made-up past gets its sweeps from then on. */
    public void sweepFrom(Instant first) {
        management.createJobQuery().timers().list().stream().filter(job -> job.getProcessInstanceId() == null)
            .forEach(job -> management.setJobDuedate(job.getId(), Date.from(first)));
    }

    /** Moves on by {@code step}, see {@link #to}. */
    public void by(Duration step) {
        to(clock.instant().plus(step));
    }

    /**
     * Moves the clock to {@code target} by way of every timer due until then. A job that fails keeps its retries and
     * its incident, as it would in real time.
     */
    public void to(Instant target) {
        whileExecutorRests(() -> {
            runDueJobs();
            for (Optional<Instant> next = nextTimer(); next.isPresent() && !next.get().isAfter(target);
                    next = nextTimer()) {
                if (next.get().isAfter(clock.instant())) {
                    before.forEach(BeforeTimePasses::finish);
                    clock.moveTo(next.get());
                }
                runDueJobs();
            }
            if (target.isAfter(clock.instant())) {
                before.forEach(BeforeTimePasses::finish);
                clock.moveTo(target);
            }
        });
    }

    /**
     * Does {@code work}, which may travel several times, while the job executor leaves every job alone; it goes on
     * afterwards, unless the application has been stopped meanwhile.
     */
    public synchronized void whileExecutorRests(Runnable work) {
        Optional<JobExecutor> active = jobExecutor.filter(JobExecutor::isActive);
        active.ifPresent(JobExecutor::shutdown);
        try {
            work.run();
        } finally {
            active.filter(executor -> !context.isClosed()).ifPresent(JobExecutor::start);
        }
    }

    /** Does what is due now, and what follows from it, until nothing is left. */
    public synchronized void runDueJobs() {
        for (Optional<Job> due = firstDue(); due.isPresent(); due = firstDue()) {
            try {
                management.executeJob(due.get().getId());
            } catch (RuntimeException failure) {
                // The engine has counted the failure and set the time of the next try.
                LOG.warn("Job {} of {} failed", due.get().getId(), due.get().getProcessDefinitionKey(), failure);
            }
        }
    }

    private Optional<Job> firstDue() {
        return management.createJobQuery().active().executable().orderByJobDuedate().asc().listPage(0, 1).stream()
            .findFirst();
    }
}
