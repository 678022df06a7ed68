package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Amendments;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintStatus;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.enforcement.Appeal;
import org.namad.enforcement.Decision;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.EnforcementDesk;
import org.namad.enforcement.Ground;
import org.namad.enforcement.Measure;
import org.namad.enforcement.Remedy;
import org.namad.enforcement.RemedyReport;
import org.namad.enforcement.StatedBy;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.Applications;
import org.namad.issuance.Stage;
import org.namad.issuance.Submissions;
import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.namad.outage.DeadlineMoved;
import org.namad.party.Business;
import org.namad.party.Person;
import org.namad.payment.InvoiceItem;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The element templates that process owners drag onto the canvas. */
@NamadTest
class KitTest {

    /** What only the process owner can draw: a mail and a form of their own, deadlines of pages and letters. */
    private static final Set<String> LEFT_OPEN = Set.of("noTemplate", "formBinding", "noForm", "unknownForm",
        "endlessWait", "noTimer");

    @Autowired
    private ApplicationContext context;
    @Autowired
    private ModelCheck check;
    @Autowired
    private EnforcementDesk enforcement;
    @Autowired
    private EnforcementCases cases;
    @Autowired
    private Renewals renewals;
    @Autowired
    private AmendmentDesk amendmentDesk;
    @Autowired
    private Amendments amendments;
    @Autowired
    private ApplicationDesk applicationDesk;
    @Autowired
    private Applications applications;
    @Autowired
    private ComplaintDesk complaintDesk;
    @Autowired
    private Complaints complaints;
    @Autowired
    private TimeTravel travel;
    @Autowired
    private HistoryService history;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private IdentityService identities;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private TestData data;
    @Autowired
    private NamadClock clock;

    private final List<String> deployments = new ArrayList<>();

    static Stream<KitTemplate> templates() throws IOException {
        return KitTemplate.all();
    }

    @Test
    @DisplayName("Every step that Namad offers to models is in the kit")
    void complete() throws IOException {
        Set<String> offered = templates().flatMap(template -> template.json().findValuesAsText("value").stream())
            .filter(value -> value.matches("\\$\\{\\w+}")).map(value -> value.substring(2, value.length() - 1))
            .collect(Collectors.toSet());

        assertThat(context.getBeanNamesForType(JavaDelegate.class)).isSubsetOf(offered);
    }

    @Test
    @DisplayName("Every decision, form, page and process that the shipped models use is in the kit")
    void whatTheModelsUse() throws IOException {
        Set<String> offered = templates().flatMap(template -> template.json().findValuesAsText("value").stream())
            .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Path file : shipped()) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(BusinessRuleTask.class).forEach(task -> used.add(task.getCamundaDecisionRef()));
            model.getModelElementsByType(CallActivity.class).forEach(call -> used.add(call.getCalledElement()));
            model.getModelElementsByType(UserTask.class).forEach(task ->
                used.add(task.getCamundaFormRef() == null ? task.getCamundaFormKey() : task.getCamundaFormRef()));
        }

        assertThat(used).contains("fee", "complaint-appeal", "decide-on-seal", "page:/complaints/{id}")
            .isSubsetOf(offered);
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("A task of the kit stands the check in any flow, as it is dragged onto the canvas")
    void works(KitTemplate template) throws IOException {
        Map<String, byte[]> files = template.trial();
        assertThat(check.check(files).stream().filter(fault -> !LEFT_OPEN.contains(fault.kind())).map(check::sentence))
            .isEmpty();
        assertThat(check.check(files)).extracting(Fault::kind).doesNotContain("unreadable");
    }

    @Test
    @DisplayName("R25 R26 The staff's tasks about a measure record what their forms ask, in flows that they were never in")
    void enforcement() throws IOException {
        Seal seal = data.issuedSeal();
        EnforcementCase opened = enforcement.open(seal.id(), Ground.GOODS_DIFFER, "کفش به‌جای کیف",
            StatedBy.staff("officer-z"));
        long id = opened.id();
        String key = opened.key().toString();
        enforcement.reply(id, "…", List.of());
        Map<String, Object> ids = Map.of("enforcementId", id, "sealId", seal.id());

        complete(start("decide-on-seal", key, ids), "officer-a", Map.of("measure", "suspend", "reasons", "دلایل"));
        complete(start("confirm-decision", key, ids), "officer-b", Map.of("confirmation", "confirm"));
        assertThat(found(id).decision().orElseThrow()).returns(Measure.SUSPEND, Decision::measure)
            .returns("officer-a", Decision::decidedBy).returns("officer-b", Decision::confirmedBy);

        // Namad's own flow goes on to where the next tasks have something to ask.
        staff("Task_DecideOnSeal", key, "officer-a", Map.of("measure", "suspend", "reasons", "دلایل"));
        staff("Task_ConfirmDecision", key, "officer-b", Map.of("confirmation", "confirm"));
        enforcement.reportRemedy(id, new RemedyReport("درست شد", Map.of(), List.of()));
        Task check = start("check-remedy", key, ids);
        assertThat(tasks.getVariableLocal(check.getId(), "remedyItems")).isNotNull();
        complete(check, "officer-a", Map.of("remedyVerdict", "revoke", "remedyReasons", "نه"));
        complete(start("confirm-revocation", key, ids), "officer-b", Map.of("revocationConfirmation", "confirm"));
        assertThat(found(id).remedy().orElseThrow()).returns(Remedy.Verdict.REVOKE, Remedy::verdict)
            .returns(true, Remedy::inForce);

        transaction.executeWithoutResult(status -> cases.get(id).appeal("نادرست است", clock.instant()));
        complete(start("rule-on-appeal", key, ids), "officer-c", Map.of("appealRuling", "rejected",
            "appealReasons", "درست بود"));
        assertThat(found(id).appeal().orElseThrow().ruling()).isEqualTo(Appeal.Ruling.REJECTED);
    }

    @Test
    @DisplayName("R17 R20 The reviews of renewals and of changed data record what their forms ask, in flows that they were never in")
    void reviews() throws IOException {
        Seal seal = data.issuedSeal();
        Renewal renewal = renewals.saveAndFlush(new Renewal(seal, clock.instant()));
        complete(start("review-renewal", renewal.key().toString(), Map.of("renewalId", renewal.id())), "officer-a",
            Map.of("review", "refuse", "reviewReasons", "شکایت باز"));
        assertThat(renewals.get(renewal.id())).returns(Renewal.Status.BLOCKED, Renewal::status)
            .returns("officer-a", Renewal::reviewedBy);

        Amendment asked = amendmentDesk.ask(new NewAmendment(seal.id(), data.ownerOf(seal).id(), Subject.TITLE,
            Datum.of("کتاب‌سرا"), "نام تازه", List.of()));
        complete(start("review-amendment", asked.key().toString(), Map.of("amendmentId", asked.id())), "officer-a",
            Map.of("amendmentVerdict", "refuse", "amendmentVerdictReasons", "مدرک نیست"));
        assertThat(amendments.get(asked.id()).reviewedBy()).isEqualTo("officer-a");
        end(asked.key().toString());
    }

    @Test
    @DisplayName("R14 R20 What tables decide about a fee and a renewal is kept, in flows that they were never in")
    void decisions() throws IOException {
        Seal seal = data.issuedSeal();
        Renewal renewal = renewals.saveAndFlush(new Renewal(seal, clock.instant()));
        Map<String, Object> ids = Map.of("renewalId", renewal.id());
        run("assess-conduct", renewal.key().toString(), ids);
        assertThat(renewals.get(renewal.id()).assessment().decision()).isNull();
        run("decide-renewal-decision", renewal.key().toString(), Map.of("renewalId", renewal.id(), "unanswered", 1,
            "upheld", 0, "complaints", 1, "supervised", false));
        assertThat(renewals.get(renewal.id()).status()).isEqualTo(Renewal.Status.BLOCKED);

        Application asked = applicationDesk.submit(Submissions.of(data.person(), TestData.domain()),
            Submissions.documents(Business.Kind.NATURAL));
        end(asked.key().toString());
        run("decide-fee", asked.key().toString(), Map.of("applicationId", asked.id(), "postalValidation", true,
            "placementHelp", false));
        assertThat(applications.findById(asked.id()).orElseThrow().fee()).extracting(InvoiceItem::labelKey)
            .containsExactlyInAnyOrder("issuance.fee.base", "issuance.fee.postal-validation");
    }

    @Test
    @DisplayName("R1 R7 N7 Dragged, an answer starts the clock of whatever timer ends it, which extensions and outages move, a verdict tells its own, and their pages find them; a call counts the complaints")
    void pagesAndCalls() throws IOException {
        Seal seal = data.issuedSeal();
        Complaint complaint = complaintDesk.register(new NewComplaint(data.person().id(), seal.domain(), "F-1", null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
        String key = complaint.key().toString();
        end(key);
        Map<String, Object> ids = Map.of("complaintId", complaint.id(), "sealId", seal.id());

        Task answer = start("page-answer-complaint", key, ids, "Event_Drawn");
        Instant due = answer.getDueDate().toInstant();
        assertThat(due).isEqualTo(found(complaint).answerDue())
            .isCloseTo(clock.instant().plus(Duration.ofHours(48)), within(1, ChronoUnit.MINUTES));
        run("extend-deadline", key, ids);
        Instant extended = found(complaint).answerDue();
        assertThat(extended).isAfter(due).isEqualTo(management.createJobQuery()
            .processInstanceId(answer.getProcessInstanceId()).timers().singleResult().getDuedate().toInstant());
        context.publishEvent(new DeadlineMoved(complaint.key(), "trial", "Event_Drawn", extended, extended.plusSeconds(60), 1));
        assertThat(found(complaint).answerDue()).isEqualTo(extended.plusSeconds(60));
        complaintDesk.answer(complaint.id(), "فرستاده شد");
        assertThat(found(complaint).status()).isEqualTo(ComplaintStatus.AWAITING_VERDICT);

        Task verdict = start("page-give-verdict", key, ids, "Event_AlsoDrawn");
        assertThat(found(complaint).verdictDue()).isEqualTo(verdict.getDueDate().toInstant())
            .isCloseTo(clock.instant().plus(Duration.ofHours(48)), within(1, ChronoUnit.MINUTES));
        complaintDesk.accept(complaint.id());
        assertThat(found(complaint).status()).isEqualTo(ComplaintStatus.SETTLED);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).list()).isEmpty();

        String call = run("call-enforcement-check", key, ids);
        travel.runDueJobs();
        assertThat(history.createHistoricProcessInstanceQuery().superProcessInstanceId(call).singleResult())
            .returns("enforcement-check", HistoricProcessInstance::getProcessDefinitionKey)
            .returns(key, HistoricProcessInstance::getBusinessKey)
            .returns("COMPLETED", HistoricProcessInstance::getState);
        end(key);
    }

    @Test
    @DisplayName("R12 R25 Dragged, a correction opens the application to its applicant, and a reply the letter to its holder, under any id")
    void pagesOfSides() throws IOException {
        Person applicant = data.person();
        Application asked = applicationDesk.submit(Submissions.of(applicant, TestData.domain()),
            Submissions.documents(Business.Kind.NATURAL));
        end(asked.key().toString());
        start("page-correct-application", asked.key().toString(), Map.of("applicationId", asked.id()), "Event_Drawn");
        assertThat(applications.findById(asked.id()).orElseThrow().stage()).isEqualTo(Stage.CORRECTION);
        applicationDesk.correct(asked.id(), applicant.id(), Submissions.particulars("clothing", "123-456", false), List.of());
        assertThat(applications.findById(asked.id()).orElseThrow().stage()).isEqualTo(Stage.CHECKS);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(asked.key().toString()).list()).isEmpty();

        Seal seal = data.issuedSeal();
        EnforcementCase opened = enforcement.open(seal.id(), Ground.GOODS_DIFFER, "کفش به‌جای کیف",
            StatedBy.staff("officer-z"));
        end(opened.key().toString());
        start("page-reply-to-letter", opened.key().toString(), Map.of("enforcementId", opened.id(), "sealId", seal.id()),
            "Event_Drawn");
        enforcement.reply(opened.id(), "اصلاح شد", List.of());
        assertThat(cases.get(opened.id()).reply()).isEqualTo("اصلاح شد");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(opened.key().toString()).list()).isEmpty();
    }

    private Complaint found(Complaint complaint) {
        return complaints.findById(complaint.id()).orElseThrow();
    }

    /** Ends the case's own flow, so that the task alone is tried. */
    private void end(String caseKey) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseKey).rootProcessInstances().list()
            .forEach(own -> runtime.deleteProcessInstance(own.getId(), "tried elsewhere"));
    }

    private EnforcementCase found(long id) {
        return cases.findWithDossierById(id).orElseThrow();
    }

    private Task start(String template, String caseKey, Map<String, Object> variables, String... timer)
            throws IOException {
        return tasks.createTaskQuery().processInstanceId(run(template, caseKey, variables, timer)).singleResult();
    }

    /** Starts a flow of the task alone; its id. */
    private String run(String template, String caseKey, Map<String, Object> variables, String... timer)
            throws IOException {
        KitTemplate task = templates().filter(one -> one.id().equals("namad." + template)).findFirst().orElseThrow();
        DeploymentBuilder builder = repository.createDeployment();
        task.trial(timer).forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        deployments.add(builder.deploy().getId());
        return runtime.startProcessInstanceByKey("trial", caseKey, variables).getId();
    }

    private void staff(String task, String caseKey, String who, Map<String, Object> form) {
        complete(tasks.createTaskQuery().processInstanceBusinessKey(caseKey).taskDefinitionKey(task).singleResult(), who,
            form);
    }

    private void complete(Task task, String who, Map<String, Object> form) {
        tasks.setAssignee(task.getId(), who);
        identities.setAuthenticatedUserId(who);
        try {
            tasks.complete(task.getId(), form);
        } finally {
            identities.clearAuthentication();
        }
    }

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }
}
