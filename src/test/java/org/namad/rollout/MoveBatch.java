package org.namad.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;

/** A move's batch, without a job executor. */
public record MoveBatch(ManagementService management, String id) {

    /** Does what the job executor would do for this move alone. */
    public void carryOut() {
        Batch batch = batch();
        for (List<Job> seeds = jobs(batch.getSeedJobDefinitionId()); !seeds.isEmpty();
                seeds = jobs(batch.getSeedJobDefinitionId())) {
            management.executeJob(seeds.get(0).getId());
        }
        for (Job job : jobs(batch.getBatchJobDefinitionId())) {
            for (int tries = job.getRetries(); tries > 0; tries--) {
                try {
                    management.executeJob(job.getId());
                    break;
                } catch (RuntimeException refused) {
                    assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                        .isEqualTo(tries - 1);
                }
            }
        }
        jobs(batch.getMonitorJobDefinitionId()).forEach(monitor -> management.executeJob(monitor.getId()));
    }

    /** Takes back what is left of it, and that it ever was. */
    public void forget() {
        if (batch() != null) {
            management.deleteBatch(id, true);
        }
    }

    private Batch batch() {
        return management.createBatchQuery().batchId(id).singleResult();
    }

    private List<Job> jobs(String definition) {
        return management.createJobQuery().jobDefinitionId(definition).list();
    }
}
