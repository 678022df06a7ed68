package org.namad.enforcement.process;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.namad.casefile.CaseKey;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.NotAwaited;
import org.namad.engine.UserCommands;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.SealStatus;
import org.springframework.stereotype.Service;

/** Moves cases through the process {@code seal-enforcement}: what is said and where the case stands change together. */
@Service
class SealEnforcementFlow implements EnforcementDesk {

    private final EnforcementCases cases;
    private final SealRegister register;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final UserCommands commands;
    private final Clock clock;

    SealEnforcementFlow(EnforcementCases cases, SealRegister register, RuntimeService runtime, TaskService tasks,
            UserCommands commands, Clock clock) {
        this.cases = cases;
        this.register = register;
        this.runtime = runtime;
        this.tasks = tasks;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public EnforcementCase open(long sealId, Ground ground, String evidence) {
        return commands.run(() -> cases.findByOpenSealId(sealId)
            .map(open -> join(open, ground, evidence))
            .orElseGet(() -> start(sealId, ground, evidence)));
    }

    private EnforcementCase join(EnforcementCase open, Ground ground, String evidence) {
        if (open.add(ground, evidence, clock.instant())) {
            cases.saveAndFlush(open);
            runtime.createMessageCorrelation(SealEnforcementProcess.GROUND_ADDED)
                .processInstanceBusinessKey(open.key().toString()).correlate();
        }
        return open;
    }

    private EnforcementCase start(long sealId, Ground ground, String evidence) {
        Seal seal = register.get(sealId);
        SealStatus status = seal.statusAt(clock.instant());
        if (status == SealStatus.PENDING || status == SealStatus.REVOKED) {
            throw new IllegalStateException("nothing can be enforced on seal " + sealId + ": it is " + status);
        }
        // Flushed at once: a case opened at the same moment must be met here, before a process has been started.
        EnforcementCase opened = cases.saveAndFlush(new EnforcementCase(seal, ground, evidence, clock.instant()));
        runtime.startProcessInstanceByKey(SealEnforcementProcess.KEY, opened.key().toString(), Map.of(
            SealEnforcementProcess.ENFORCEMENT_ID, opened.id(), SealEnforcementProcess.SEAL_ID, sealId));
        return opened;
    }

    @Override
    public Awaited awaited(long caseId) {
        if (task(caseId, SealEnforcementProcess.Task_ReplyToLetter).isPresent()) {
            return Awaited.REPLY;
        }
        return task(caseId, SealEnforcementProcess.Task_ReportRemedy).isPresent() ? Awaited.REMEDY : Awaited.NOTHING;
    }

    @Override
    public void reply(long caseId, String text) {
        commands.run(() -> {
            Task task = awaitedTask(caseId, SealEnforcementProcess.Task_ReplyToLetter);
            cases.get(caseId).reply(text, clock.instant());
            tasks.complete(task.getId());
            return task;
        });
    }

    @Override
    public void reportRemedy(long caseId, String text) {
        commands.run(() -> {
            Task task = awaitedTask(caseId, SealEnforcementProcess.Task_ReportRemedy);
            cases.get(caseId).reportRemedy(text, clock.instant());
            tasks.complete(task.getId());
            return task;
        });
    }

    private Task awaitedTask(long caseId, String key) {
        return task(caseId, key).orElseThrow(() -> new NotAwaited(caseId));
    }

    private Optional<Task> task(long caseId, String key) {
        return Optional.ofNullable(tasks.createTaskQuery().processDefinitionKey(SealEnforcementProcess.KEY)
            .processInstanceBusinessKey(new CaseKey(EnforcementCase.KIND, caseId).toString()).taskDefinitionKey(key)
            .singleResult());
    }
}
