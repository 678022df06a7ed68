package org.namad.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service as staff meet it, see {@link StaffTaskService}: Tasklist submits forms here. */
class StaffFormService extends FormServiceImpl {

    private final StaffTaskGuard guard;

    StaffFormService(StaffTaskGuard guard) {
        this.guard = guard;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        Map<String, Object> admitted = guard.admitted(commandExecutor, taskId, properties);
        guard.complete(commandExecutor, taskId, () -> {
            super.submitTaskForm(taskId, admitted);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties,
            boolean deserializeValues) {
        Map<String, Object> admitted = guard.admitted(commandExecutor, taskId, properties);
        return guard.complete(commandExecutor, taskId,
            () -> super.submitTaskFormWithVariablesInReturn(taskId, admitted, deserializeValues));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, Map.copyOf(properties));
    }
}
