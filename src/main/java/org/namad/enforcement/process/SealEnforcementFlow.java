package org.namad.enforcement.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.namad.document.Documents;
import org.namad.document.Upload;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.NotAwaited;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.engine.CaseTasks;
import org.namad.engine.UserCommands;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Moves cases through the process {@code seal-enforcement}: what is said and where the case stands change together. */
@Service
class SealEnforcementFlow implements EnforcementDesk {

    private static final int TRIES = 4;

    private final EnforcementCases cases;
    private final SealRegister register;
    private final Documents documents;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseTasks caseTasks;
    private final UserCommands commands;
    private final Clock clock;

    SealEnforcementFlow(EnforcementCases cases, SealRegister register, Documents documents, RuntimeService runtime,
            TaskService tasks, CaseTasks caseTasks, UserCommands commands, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.documents = documents;
        this.runtime = runtime;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public EnforcementCase open(long sealId, Ground ground, String evidence, StatedBy by) {
        // Within somebody else's transaction there is no second try: only its owner can start afresh.
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int attempt = 1; ; attempt++) {
            try {
                return commands.run(() -> openOrJoin(sealId, ground, evidence, by));
            } catch (DataIntegrityViolationException stated) {
                // A case was opened, or the same ground stated, at the same moment: the next try sees it.
                if (attempt == tries) {
                    throw stated;
                }
            }
        }
    }

    private EnforcementCase openOrJoin(long sealId, Ground ground, String evidence, StatedBy by) {
        Seal seal = register.get(sealId);
        SealStatus status = seal.statusAt(clock.instant());
        if (status == SealStatus.PENDING || status == SealStatus.REVOKED) {
            throw new IllegalStateException("nothing can be enforced on seal " + sealId + ": it is " + status);
        }
        return cases.findByOpenSealId(sealId)
            .map(open -> join(open, ground, evidence, by))
            .orElseGet(() -> start(seal, ground, evidence, by));
    }

    private EnforcementCase join(EnforcementCase open, Ground ground, String evidence, StatedBy by) {
        if (open.add(ground, evidence, by, clock.instant())) {
            cases.saveAndFlush(open);
            // Between reply and confirmation the ground brings a new letter; otherwise it joins, and the holder is told.
            boolean undecided = awaits(open, SealEnforcementProcess.GROUND_TO_REPLY_TO);
            runtime.createMessageCorrelation(undecided ? SealEnforcementProcess.GROUND_TO_REPLY_TO
                : SealEnforcementProcess.GROUND_ADDED).processInstanceBusinessKey(open.key().toString()).correlate();
        }
        return open;
    }

    private EnforcementCase start(Seal seal, Ground ground, String evidence, StatedBy by) {
        // Flushed at once: a case opened at the same moment must be met here, before a process has been started.
        EnforcementCase opened = cases.saveAndFlush(new EnforcementCase(seal, ground, evidence, by, clock.instant()));
        runtime.createMessageCorrelation(SealEnforcementProcess.entry(ground))
            .processInstanceBusinessKey(opened.key().toString())
            .setVariables(Map.of(SealEnforcementProcess.ENFORCEMENT_ID, opened.id(),
                SealEnforcementProcess.SEAL_ID, seal.id()))
            .correlateStartMessage();
        return opened;
    }

    @Override
    public Options options(long caseId) {
        EnforcementCase enforcement = cases.get(caseId);
        boolean reply = task(enforcement, false).isPresent();
        boolean remedy = task(enforcement, true).isPresent();
        return new Options(reply ? enforcement.replyDue() : null, remedy ? enforcement.remedyDue() : null,
            !appealPossible(enforcement) ? null : remedy ? enforcement.remedyDue() : enforcement.appealDue());
    }

    @Override
    public void reply(long caseId, String text, List<Upload> proof, Long by) {
        commands.run(() -> {
            EnforcementCase enforcement = cases.get(caseId);
            Task task = awaitedTask(enforcement, false);
            enforcement.reply(text, clock.instant());
            store(enforcement, "reply", proof, by);
            tasks.complete(task.getId());
            return task;
        });
    }

    @Override
    public void reportRemedy(long caseId, RemedyReport report, Long by) {
        commands.run(() -> {
            EnforcementCase enforcement = cases.get(caseId);
            Task task = awaitedTask(enforcement, true);
            enforcement.reportRemedy(report, clock.instant());
            store(enforcement, "remedy", report.proof(), by);
            tasks.complete(task.getId());
            return task;
        });
    }

    @Override
    public void appeal(long caseId, String reasons, List<Upload> proof, Long by) {
        commands.run(() -> {
            EnforcementCase enforcement = cases.get(caseId);
            if (!appealPossible(enforcement)) {
                throw new NotAwaited(caseId);
            }
            enforcement.appeal(reasons, clock.instant());
            store(enforcement, "appeal", proof, by);
            runtime.createMessageCorrelation(SealEnforcementProcess.APPEAL_LODGED)
                .processInstanceBusinessKey(enforcement.key().toString()).correlate();
            return enforcement;
        });
    }

    /** Whether the process waits for an appeal, and none was lodged before. */
    private boolean appealPossible(EnforcementCase enforcement) {
        return enforcement.appeal().isEmpty() && awaits(enforcement, SealEnforcementProcess.APPEAL_LODGED);
    }

    private boolean awaits(EnforcementCase enforcement, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(enforcement.key().toString())
            .messageEventSubscriptionName(message).count() > 0;
    }

    private void store(EnforcementCase enforcement, String purpose, List<Upload> proof, Long by) {
        proof.forEach(upload -> documents.store(enforcement.key().toString(), purpose, upload, by));
    }

    private Task awaitedTask(EnforcementCase enforcement, boolean remedy) {
        return task(enforcement, remedy).orElseThrow(() -> new NotAwaited(enforcement.id()));
    }

    /** The task on the holder's page: a remedy is reported of a seal that is suspended, a letter replied to before. */
    private Optional<Task> task(EnforcementCase enforcement, boolean remedy) {
        return remedy == (enforcement.status() == EnforcementCase.Status.SUSPENDED)
            ? caseTasks.with(enforcement.key(), SealEnforcementProcess.HOLDER_PAGE) : Optional.empty();
    }
}
