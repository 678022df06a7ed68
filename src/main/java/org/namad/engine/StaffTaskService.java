package org.namad.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service as staff meet it: tasks are claimed for oneself, given back by whoever claimed them, taken
 * over by substitutes, put off by whoever holds them, reassigned by supervisors to those whom the model names, and
 * completed with what the form asks for. The tasks of businesses and consumers are theirs alone. What this class lets through, the engine still
 * authorizes.
 */
class StaffTaskService extends StaffNotes {

    StaffTaskService(StaffTaskGuard guard) {
        super(guard);
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        Map<String, Object> admitted = guard.admitted(commandExecutor, taskId, variables);
        guard.complete(commandExecutor, taskId, () -> {
            super.complete(taskId, admitted);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables,
            boolean deserializeValues) {
        Map<String, Object> admitted = guard.admitted(commandExecutor, taskId, variables);
        return guard.complete(commandExecutor, taskId,
            () -> super.completeWithVariablesInReturn(taskId, admitted, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        guard.requireStaffTask(commandExecutor, taskId);
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        guard.requireStaffTask(commandExecutor, taskId);
        super.resolveTask(taskId, guard.admitted(commandExecutor, taskId, variables));
    }

    @Override
    public void claim(String taskId, String userId) {
        assign(taskId, userId, () -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        // Who may do a task may claim it and give it back, which is all that is left of assigning for most.
        assign(taskId, userId, guard.mayAssign(commandExecutor) ? () -> super.setAssignee(taskId, userId)
            : () -> super.claim(taskId, userId));
    }

    @Override
    public void setOwner(String taskId, String userId) {
        requireCandidate(taskId, userId);
        super.setOwner(taskId, userId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        requireTrust();
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        requireTrust();
        super.handleBpmnError(taskId, errorCode, errorMessage);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        requireTrust();
        super.handleBpmnError(taskId, errorCode);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        requireTrust();
        super.handleEscalation(taskId, escalationCode, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        requireTrust();
        super.handleEscalation(taskId, escalationCode);
    }

    @Override
    public void saveTask(Task task) {
        if (task.getId() != null && guard.isPutOff(commandExecutor, task)) {
            guard.letThrough(commandExecutor, () -> super.saveTask(task));
            return;
        }
        if (task.getId() != null) {
            // A side's due date is the statutory one that it was told; only the model's own steps may move it.
            if (Context.getCommandContext() == null) {
                guard.requireStaffTask(commandExecutor, task.getId());
            }
            StaffTaskGuard.Claim before = guard.claim(commandExecutor, task.getId());
            // Owners get the rights of assignees.
            Stream.of(task.getAssignee(), task.getOwner()).filter(Objects::nonNull)
                .filter(who -> !who.equals(before.assignee()) && !who.equals(before.owner()))
                .forEach(who -> requireCandidate(task.getId(), who));
        }
        super.saveTask(task);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        requireCandidatesOfModel();
        requireCandidate(taskId, userId);
        super.delegateTask(taskId, userId);
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        requireCandidatesOfModel();
        super.addUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        requireCandidatesOfModel();
        super.addGroupIdentityLink(taskId, groupId, type);
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        requireCandidatesOfModel();
        super.deleteUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        requireCandidatesOfModel();
        super.deleteGroupIdentityLink(taskId, groupId, type);
    }

    private void assign(String taskId, String userId, Runnable assignment) {
        Optional<String> caller = guard.caller(commandExecutor);
        boolean free = caller.isEmpty() || guard.mayAssign(commandExecutor);
        String who = caller.orElse(null);
        StaffTaskGuard.Claim claim = guard.claim(commandExecutor, taskId);
        boolean toOneself = userId != null && userId.equals(who);
        if ((toOneself || userId == null && !free) && who != null && guard.isSubstitute(commandExecutor, taskId, who)) {
            // Tasklist lets one only take the claim away from a colleague: that hands the task to the substitute.
            guard.hand(commandExecutor, taskId, who, claim.assignee());
        } else if (userId == null && claim.owner() != null && who != null && who.equals(claim.assignee())) {
            guard.hand(commandExecutor, taskId, claim.owner(), null);
        } else if (free || toOneself || userId == null && (claim.assignee() == null || claim.assignee().equals(who))) {
            requireCandidate(taskId, userId);
            guard.kindly(commandExecutor, taskId, () -> {
                assignment.run();
                return null;
            });
        } else {
            throw StaffRefusals.supervisorsAssign();
        }
    }

    /** Nobody is given a task whose role it is to look only, or whom the model does not name for it. */
    private void requireCandidate(String taskId, String userId) {
        if (userId == null || guard.caller(commandExecutor).isEmpty()) {
            return;
        }
        requireWorker(userId);
        if (!guard.isTrusted(commandExecutor)) {
            guard.requireStaffTask(commandExecutor, taskId);
            if (!guard.isCandidate(commandExecutor, taskId, userId)) {
                throw StaffRefusals.onlyCandidates();
            }
        }
    }

    /** A further candidate would be let to do the task, whatever that person's role. */
    private void requireCandidatesOfModel() {
        if (!guard.isTrusted(commandExecutor)) {
            throw StaffRefusals.onlyAssigned();
        }
    }

    /** An error or an escalation would lead the case past its form. */
    private void requireTrust() {
        if (!guard.isTrusted(commandExecutor)) {
            throw StaffRefusals.onlyByForm();
        }
    }
}
