package org.namad.roles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.ResponseEntity;

/** Calls in every area of the engine's REST API; names in braces stand for what {@link RolesInEngineTest} has made. */
final class EngineCalls {

    private EngineCalls() {
    }

    /** Reads: a role may if it gets to see the thing. */
    static final List<String> READS = List.of(
        "GET /task?processInstanceId={instance}", "GET /task/{task}", "GET /task/{task}/comment",
        "GET /task/{task}/comment/{comment}", "GET /task/{task}/attachment", "GET /task/{task}/attachment/{attachment}",
        "GET /task/{task}/attachment/{attachment}/data", "GET /process-instance/{instance}/comment",
        "GET /process-definition/{definition}/xml", "GET /process-instance/{instance}",
        "GET /process-instance/{instance}/variables", "GET /variable-instance?processInstanceIdIn={instance}",
        "GET /execution?processInstanceId={instance}", "GET /job?processInstanceId={waiting}",
        "GET /job-definition?processDefinitionId={definition}", "GET /incident?processInstanceId={waiting}",
        "GET /deployment/{deployment}", "GET /deployment/{deployment}/resources",
        "GET /decision-definition?key=fee", "GET /history/process-instance?processInstanceId={instance}",
        "GET /history/task?processInstanceId={instance}", "GET /history/activity-instance?processInstanceId={instance}",
        "GET /history/variable-instance?processInstanceId={instance}",
        "GET /history/incident?processInstanceId={waiting}", "GET /history/job-log?processInstanceId={waiting}",
        "GET /history/user-operation?processInstanceId={instance}", "GET /user?id={colleague}",
        "GET /group?id=camunda-admin", "GET /authorization?type=1&maxResults=1", "GET /filter?maxResults=1",
        "GET /batch?maxResults=1", "GET /event-subscription?processInstanceId={messaged}", "GET /schema/log",
        "GET /telemetry/configuration", "GET /metrics/activity-instance-start/sum", "GET /version",
        "GET /identity/groups?userId={colleague}", "GET /optimize/activity-instance/completed?maxResults=1",
        "GET /optimize/task-instance/completed?maxResults=1", "GET /optimize/process-instance/completed?maxResults=1",
        "GET /optimize/variable-update?maxResults=1", "GET /optimize/identity-link-log?maxResults=1",
        "GET /history/detail?processInstanceId={instance}", "GET /history/identity-link-log?taskId={task}",
        "GET /history/batch?maxResults=1", "GET /history/process-definition/{definition}/statistics",
        "GET /history/decision-definition/cleanable-decision-instance-report?maxResults=1",
        "GET /history/cleanup/configuration");

    /** Single things by their ids: whoever may not see one is told nothing but that it is not there or not theirs. */
    static final List<String> SINGLE_READS = List.of("GET /task/{taskOfBusiness}", "GET /task/{task}/form-variables",
        "GET /task/{task}/deployed-form", "GET /task/{task}/variables/sealId", "GET /variable-instance/{variable}",
        "GET /process-instance/{instance}/variables/sealId", "GET /process-instance/{instance}/activity-instances",
        "GET /execution/{instance}", "GET /execution/{instance}/localVariables/sealId", "GET /job/{job}",
        "GET /incident/{incident}", "GET /deployment/{deployment}/resources/{resource}",
        "GET /deployment/{deployment}/resources/{resource}/data", "GET /decision-definition/{decision}",
        "GET /batch/{batch}", "GET /history/process-instance/{instance}", "GET /history/variable-instance/{variable}",
        "GET /history/batch/{batch}", "GET /user/{self}/profile", "GET /user/{colleague}/profile");

    /** What every account reads, one without a role too: nothing of it is about cases or colleagues. */
    static final Map<String, String> OPEN_READS = Map.of(
        "GET /version", "Tasklist shows it",
        "GET /telemetry/configuration", "says only that nothing is sent anywhere",
        "GET /metrics/activity-instance-start/sum", "a number of steps, of all cases together",
        "GET /history/cleanup/configuration", "says only when old cases are cleared away",
        "GET /user/{self}/profile", "the own account");

    /** Areas in which there is nothing to read or to change: Namad has no such models, steps or tenants. */
    static final Set<String> EMPTY_AREAS = Set.of("case-definition", "case-instance", "case-execution", "condition",
        "external-task", "decision-requirements-definition", "history/case-definition", "history/case-instance",
        "history/case-activity-instance", "history/external-task-log", "history/decision-requirements-definition",
        "history/decision-instance");

    /** Changes, with what is sent: a role may if the engine does it. */
    static final Map<String, Object> WRITES = new LinkedHashMap<>();

    /** What everybody may change: their own account. */
    static final Set<String> OF_ONES_OWN = Set.of("PUT /user/{self}/profile");

    /** What the engine answers where there is nothing to see. */
    private static final Set<String> NOTHING = Set.of("[]", "{}", "{\"groups\":[],\"groupUsers\":[]}");

    static {
        Map<String, Object> number = Map.of("value", 1, "type", "Integer");
        Map<String, Object> date = Map.of("duedate", "2035-01-01T00:00:00.000+0000");
        WRITES.put("POST /task/create", Map.of("id", "{new}", "name", "made"));
        WRITES.put("POST /task/{task}/claim", Map.of("userId", "{self}"));
        WRITES.put("POST /task/{task}/complete", Map.of());
        WRITES.put("POST /task/{task}/submit-form", Map.of());
        WRITES.put("POST /task/{task}/assignee", Map.of("userId", "{colleague}"));
        WRITES.put("POST /task/{task}/delegate", Map.of("userId", "{colleague}"));
        WRITES.put("POST /task/{task}/identity-links", Map.of("groupId", "auditor", "type", "candidate"));
        WRITES.put("POST /task/{task}/comment/create", Map.of("message", "seen"));
        for (String place : List.of("/task/{task}", "/process-instance/{instance}")) {
            WRITES.put("PUT " + place + "/comment", Map.of("id", "{comment}", "message", "not seen"));
            WRITES.put("DELETE " + place + "/comment/{comment}", Map.of());
            WRITES.put("DELETE " + place + "/comment", Map.of());
        }
        WRITES.put("POST /task/{task}/attachment/create", "{file}");
        WRITES.put("DELETE /task/{task}/attachment/{attachment}", Map.of());
        WRITES.put("POST /task/{task}/bpmnError", Map.of("errorCode", "any"));
        WRITES.put("PUT /task/{task}", Map.of("name", "other"));
        WRITES.put("PUT /task/{task}/variables/sealId", number);
        WRITES.put("PUT /task/{taskOfBusiness}", Map.of("due", "2035-01-01T00:00:00.000+0000"));
        for (String act : List.of("claim", "assignee")) {
            WRITES.put("POST /task/{taskOfBusiness}/" + act, Map.of("userId", "{self}"));
        }
        for (String act : List.of("complete", "submit-form", "resolve")) {
            WRITES.put("POST /task/{taskOfBusiness}/" + act, Map.of());
        }
        WRITES.put("POST /deployment/create", "{upload}");
        WRITES.put("DELETE /deployment/{deployment}?cascade=true", Map.of());
        WRITES.put("POST /process-definition/{definition}/start", Map.of());
        WRITES.put("PUT /process-definition/{definition}/suspended", Map.of("suspended", true));
        WRITES.put("PUT /process-definition/{definition}/history-time-to-live", Map.of("historyTimeToLive", 30));
        WRITES.put("DELETE /process-definition/{definition}?cascade=true", Map.of());
        WRITES.put("PUT /process-instance/{instance}/suspended", Map.of("suspended", true));
        WRITES.put("PUT /process-instance/{instance}/variables/sealId", number);
        WRITES.put("POST /process-instance/{instance}/modification", Map.of("instructions",
            List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Check"))));
        WRITES.put("DELETE /process-instance/{instance}", Map.of());
        WRITES.put("POST /process-instance/delete", Map.of("processInstanceIds", List.of("{instance}")));
        WRITES.put("POST /migration/execute", Map.of("processInstanceIds", List.of("{instance}"), "migrationPlan",
            Map.of("sourceProcessDefinitionId", "{definition}", "targetProcessDefinitionId", "{newer}", "instructions",
                List.of(Map.of("sourceActivityIds", List.of("Task_Check"), "targetActivityIds", List.of("Task_Check"))))));
        WRITES.put("POST /migration/executeAsync", WRITES.get("POST /migration/execute"));
        WRITES.put("POST /modification/execute", Map.of("processDefinitionId", "{definition}", "processInstanceIds",
            List.of("{instance}"), "instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Check"))));
        WRITES.put("POST /message", Map.of("messageName", "MatrixMessage", "processInstanceId", "{messaged}"));
        WRITES.put("POST /signal", Map.of("name", "MatrixSignal"));
        WRITES.put("PUT /execution/{instance}/localVariables/sealId", number);
        WRITES.put("POST /process-instance/suspended-async", Map.of("suspended", true, "processInstanceIds", List.of("{instance}")));
        WRITES.put("POST /process-instance/message-async", Map.of("messageName", "MatrixMessage", "processInstanceIds",
            List.of("{messaged}")));
        WRITES.put("POST /process-instance/variables-async", Map.of("processInstanceIds", List.of("{instance}"),
            "variables", Map.of("sealId", number)));
        WRITES.put("PUT /job-definition/{jobDefinition}/retries", Map.of("retries", 1));
        WRITES.put("PUT /job-definition/{jobDefinition}/jobPriority", Map.of("priority", 5));
        WRITES.put("PUT /job-definition/{jobDefinition}/suspended", Map.of("suspended", true));
        WRITES.put("PUT /batch/{batch}/suspended", Map.of("suspended", true));
        WRITES.put("DELETE /batch/{batch}", Map.of());
        WRITES.put("PUT /job/{job}/retries", Map.of("retries", 1));
        WRITES.put("PUT /job/{job}/duedate", date);
        WRITES.put("PUT /job/{job}/suspended", Map.of("suspended", true));
        WRITES.put("POST /job/{job}/execute", Map.of());
        WRITES.put("DELETE /job/{job}", Map.of());
        WRITES.put("PUT /incident/{incident}/annotation", Map.of("annotation", "seen"));
        WRITES.put("POST /process-instance/job-retries", Map.of("retries", 1, "processInstances", List.of("{waiting}")));
        WRITES.put("POST /decision-definition/key/scoring-terms/evaluate", Map.of("variables", Map.of()));
        WRITES.put("PUT /decision-definition/{decision}/history-time-to-live", Map.of("historyTimeToLive", 1095));
        WRITES.put("POST /filter/create", Map.of("name", "{new}", "resourceType", "Task", "query", Map.of("name", "x")));
        WRITES.put("PUT /filter/{filter}", Map.of("name", "{new}", "resourceType", "Task", "query", Map.of("name", "x")));
        WRITES.put("POST /user/create", Map.of("profile", Map.of("id", "{new}", "firstName", "N", "lastName", "N"),
            "credentials", Map.of("password", Colleague.PASSWORD)));
        WRITES.put("PUT /user/{self}/profile", Map.of("id", "{self}", "firstName", "Nilufar", "lastName", "Amini"));
        WRITES.put("PUT /user/{colleague}/credentials", Map.of("password", Colleague.PASSWORD,
            "authenticatedUserPassword", Colleague.PASSWORD));
        WRITES.put("DELETE /user/{colleague}", Map.of());
        WRITES.put("DELETE /user/{self}", Map.of());
        WRITES.put("POST /user/{colleague}/unlock", Map.of());
        WRITES.put("POST /tenant/create", Map.of("id", "{new}", "name", "made"));
        WRITES.put("POST /group/create", Map.of("id", "{new}", "name", "made", "type", "WORKFLOW"));
        WRITES.put("PUT /group/supervisor/members/{colleague}", Map.of());
        WRITES.put("POST /authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", "{self}",
            "resourceType", 6, "resourceId", "{definitionKey}"));
        WRITES.put("DELETE /history/process-instance/{finished}", Map.of());
        WRITES.put("POST /history/process-instance/delete", Map.of("historicProcessInstanceIds", List.of("{finished}")));
        WRITES.put("POST /history/process-instance/set-removal-time", Map.of("absoluteRemovalTime",
            "2035-01-01T00:00:00.000+0000", "historicProcessInstanceIds", List.of("{finished}")));
        WRITES.put("POST /history/cleanup", Map.of());
    }

    /** Whether something was found. */
    static boolean isSeen(ResponseEntity<String> answer) {
        return answer.getStatusCode().is2xxSuccessful() && !NOTHING.contains(answer.getBody());
    }

    /** Tasklist shows reasons with status 500 alone. */
    static boolean isRefused(ResponseEntity<String> answer) {
        return answer.getStatusCode().is4xxClientError()
            || answer.getStatusCode().is5xxServerError() && answer.getBody().contains("AuthorizationException");
    }
}
