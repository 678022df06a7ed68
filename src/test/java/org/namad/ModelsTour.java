package org.namad;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.namad.rollout.CaseMoves;
import org.openqa.selenium.By;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where process owners work: the versions of the models, the way back to an older one, drafts, moves, rehearsals, and what
 * the check says of a file.
 */
class ModelsTour {

    /** What came of a rehearsal, as it is kept. */
    private static final String REHEARSED = """
        {"seconds": 40, "live": [{"story": "UNANSWERED_COMPLAINT", "happenings": [
        {"minute": 0, "kind": "ACT", "id": "complain", "who": "consumer", "times": 1},
        {"minute": 5760, "kind": "TIMER", "id": "Event_AnswerDeadlinePassed", "what": "مهلت پاسخ گذشت", "times": 1},
        {"minute": 5760, "kind": "MAIL", "id": "complaint-point", "what": "شکایت بی‌پاسخ ماند", "who": "business", "times": 8}]}],
        "draft": [{"story": "UNANSWERED_COMPLAINT", "happenings": [
        {"minute": 0, "kind": "ACT", "id": "complain", "who": "consumer", "times": 1},
        {"minute": 4320, "kind": "TIMER", "id": "Event_AnswerDeadlinePassed", "what": "مهلت پاسخ گذشت", "times": 1},
        {"minute": 4320, "kind": "TASK_DONE", "id": "Task_Approve", "what": "تأیید", "who": "supervisor-2", "times": 1},
        {"minute": 4320, "kind": "WAITING", "id": "Task_Wait", "what": "انتظار", "who": "case-officer", "times": 1}]}]}""";

    private final RepositoryService repository;
    private final CaseMoves moves;
    private final JdbcTemplate jdbc;

    ModelsTour(RepositoryService repository, CaseMoves moves, JdbcTemplate jdbc) {
        this.repository = repository;
        this.moves = moves;
        this.jdbc = jdbc;
    }

    void visit(Visitor visitor) {
        String model = model("complaint");
        deploy(model.replace("PT96H", "PT72H"));
        String sweep = model("renewal-sweep");
        String draft = repository.createDeployment().name("پیش‌نویس سررسیدها").addString("renewal-sweep.bpmn", sweep)
            .deploy().getId();
        visitor.browser.signInStaff("owner1");
        visitor.look("models", "/staff/models");
        draft(visitor, "/staff/models/drafts/" + draft);
        moves(visitor);
        rehearsals(visitor, draft);
        visitor.look("models-restore", "/staff/models/restore?kind=process&key=complaint&version=1");
        visitor.look("models-replay", "/staff/models/replay?candidate=version:enforcement-level:1");
        visitor.look("models-check", "/staff/models/check");
        check(visitor, "models-check-found", "complaint.bpmn", model.replace("PT96H", "96 hours"));
        check(visitor, "models-check-clean", "renewal-sweep.bpmn", sweep);
    }

    /** A draft, a day on which it cannot go live, and one on which it will. */
    private static void draft(Visitor visitor, String page) {
        String form = "main form.fields";
        visitor.look("models-draft", page);
        visitor.send("models-draft-refused", page, form, "1390/01/01");
        visitor.browser.open(page);
        visitor.browser.fill("from", "1450/01/01");
        visitor.browser.follow(By.cssSelector(form + " .actions button"));
        visitor.look("models-draft-planned", page);
        visitor.look("models-planned", "/staff/models");
    }

    private static void check(Visitor visitor, String name, String file, String model) {
        String path = Visitor.file(file, model.getBytes(StandardCharsets.UTF_8));
        visitor.inspection.look(name, "/staff/models/check", () -> {
            visitor.browser.find(By.id("files")).sendKeys(path);
            visitor.browser.follow(By.cssSelector("main > form button"));
        }, false);
    }

    /** What can be rehearsed, which cases, and what came of a rehearsal. */
    private void rehearsals(Visitor visitor, String draft) {
        visitor.look("models-rehearsal", "/staff/models/rehearsal");
        visitor.look("models-rehearsal-chosen", "/staff/models/rehearsal?draft=" + draft);
        jdbc.update("insert into rehearsal (id, name, files, stories, started_by, started_at, given_up_at, state, outcome) "
            + "values (7, 'پیش‌نویس', 'complaint.bpmn', 'UNANSWERED_COMPLAINT', 'owner1', now(), now(), 'DONE', ?)",
            REHEARSED.getBytes(StandardCharsets.UTF_8));
        visitor.look("models-rehearsal-done", "/staff/models/rehearsal/7");
    }

    /** The plan of a move with a step that has no counterpart, how far it is, and what could not move. */
    private void moves(Visitor visitor) {
        String before = model("complaint");
        deploy(before.replace("Task_RuleOnComplaint", "Task_RuleAnew").replace("Event_SecondReminderDue", "Event_HalfTime"));
        String plan = "/staff/models/move?process=complaint&from=1";
        visitor.look("models-move", plan);
        visitor.look("models-move-mapped", plan + "&map.Event_SecondReminderDue=-&map.Task_RuleOnComplaint=Task_Gone");
        visitor.browser.open(plan + "&map.Event_SecondReminderDue=-&lang=fa");
        visitor.browser.follow(By.cssSelector("main form[method=post] > .actions button"));
        String progress = URI.create(visitor.browser.driver().getCurrentUrl()).getPath();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> moves.find(
            progress.substring(progress.lastIndexOf('/') + 1)).filter(CaseMoves.Move::isOver).isPresent());
        visitor.look("models-moved", progress);
        deploy(before);
    }

    private void deploy(String complaint) {
        repository.createDeployment().addString("complaint.bpmn", complaint).deploy();
    }

    private String model(String key) {
        String newest = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
            .singleResult().getId();
        return Bpmn.convertToString(repository.getBpmnModelInstance(newest));
    }
}
