package org.namad.engine;

import java.util.ArrayList;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.namad.casefile.CaseKey;
import org.springframework.stereotype.Component;

/** Does a staff member's work as Tasklist would: with that person's rights, and noted as that person's. */
@Component
public class StaffWork {

    private final TaskService tasks;
    private final IdentityService identities;
    private final StaffAccounts accounts;

    StaffWork(TaskService tasks, IdentityService identities, StaffAccounts accounts) {
        this.tasks = tasks;
        this.identities = identities;
        this.accounts = accounts;
    }

    /**
     * Claims the one staff task that is open in the case and completes it.
     *
     * @param outcome what the form would send
     * @throws IllegalStateException if the person sees no such task
     */
    public void complete(CaseKey key, String staffId, Map<String, Object> outcome) {
        identities.setAuthentication(staffId, new ArrayList<>(accounts.groupsOf(staffId)));
        try {
            Task task = tasks.createTaskQuery().processInstanceBusinessKey(key.toString()).withCandidateGroups()
                .list().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException(staffId + " has no task in " + key));
            tasks.claim(task.getId(), staffId);
            tasks.complete(task.getId(), outcome);
        } finally {
            identities.clearAuthentication();
        }
    }
}
