package org.namad.engine;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service as staff meet it: tasks are claimed for oneself, given back by whoever claimed them, taken
 * over by substitutes, reassigned by supervisors, and completed with what the form asks for. What this class lets
 * through, the engine still authorizes.
 */
class StaffTaskService extends TaskServiceImpl {

    private final StaffTaskGuard guard;

    StaffTaskService(StaffTaskGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId) {
        guard.complete(commandExecutor, taskId, () -> {
            super.complete(taskId);
            return null;
        });
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
    public void resolveTask(String taskId, Map<String, Object> variables) {
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
            guard.kindly(commandExecutor, taskId, () -> {
                assignment.run();
                return null;
            });
        } else {
            throw StaffRefusals.supervisorsAssign();
        }
    }

    /** An error or an escalation would lead the case past its form. */
    private void requireTrust() {
        if (!guard.isTrusted(commandExecutor)) {
            throw StaffRefusals.onlyByForm();
        }
    }
}
