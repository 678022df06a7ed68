package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
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
import org.namad.modelling.Fault;
import org.namad.modelling.ModelCheck;
import org.namad.renewal.Renewal;
import org.namad.renewal.Renewals;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The element templates that process owners drag onto the canvas. */
@NamadTest
class KitTest {

    private static final Map<String, Class<? extends Activity>> TASKS = Map.of("bpmn:ServiceTask", ServiceTask.class,
        "bpmn:SendTask", SendTask.class, "bpmn:UserTask", UserTask.class, "bpmn:BusinessRuleTask", BusinessRuleTask.class);
    /** What only the process owner can name: a mail and a form of their own. A page's wait needs their deadline. */
    private static final Set<String> LEFT_OPEN = Set.of("noTemplate", "formBinding", "noForm", "unknownForm",
        "endlessWait");

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
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identities;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private TestData data;
    @Autowired
    private NamadClock clock;

    private final List<String> deployments = new ArrayList<>();

    private record Template(JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static Stream<Template> templates() throws IOException {
        String file = Files.readString(Path.of("processes/element-templates/namad.en.json"));
        return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false).map(Template::new);
    }

    @Test
    @DisplayName("Every step that Namad offers to models is in the kit")
    void complete() throws IOException {
        Set<String> offered = templates().flatMap(template -> template.json().findValuesAsText("value").stream())
            .filter(value -> value.matches("\\$\\{\\w+}")).map(value -> value.substring(2, value.length() - 1))
            .collect(Collectors.toSet());

        assertThat(context.getBeanNamesForType(JavaDelegate.class)).isSubsetOf(offered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("A task of the kit stands the check in any flow, as it is dragged onto the canvas")
    void works(Template template) throws IOException {
        Map<String, byte[]> files = trial(template);
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
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(asked.key().toString()).list()
            .forEach(own -> runtime.deleteProcessInstance(own.getId(), "reviewed elsewhere"));
    }

    private EnforcementCase found(long id) {
        return cases.findWithDossierById(id).orElseThrow();
    }

    private Task start(String template, String caseKey, Map<String, Object> variables) throws IOException {
        Template task = templates().filter(one -> one.id().equals("namad." + template)).findFirst().orElseThrow();
        DeploymentBuilder builder = repository.createDeployment();
        trial(task).forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        deployments.add(builder.deploy().getId());
        String instance = runtime.startProcessInstanceByKey("trial", caseKey, variables).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
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

    /** A flow of the task alone, as it is dragged onto the canvas, and its form. */
    private static Map<String, byte[]> trial(Template template) throws IOException {
        BpmnModelInstance model = Bpmn.createExecutableProcess("trial").name("Trial")
            .camundaHistoryTimeToLiveString("P1095D").startEvent().name("Started")
            .manualTask("Task_Trial").name("Do something").endEvent().name("Ended").done();
        Activity old = model.getModelElementById("Task_Trial");
        Activity task = model.newInstance(TASKS.get(template.json().path("appliesTo").path(0).asText()));
        old.replaceWithElement(task);
        template.json().path("properties").forEach(property -> apply(property, task));
        Map<String, byte[]> files = new HashMap<>(form(task));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(text, model);
        files.put("trial.bpmn", text.toByteArray());
        return files;
    }

    /** Does what Modeler does when a template is chosen. */
    private static void apply(JsonNode property, Activity task) {
        String value = property.path("value").asText();
        if (value.isEmpty()) {
            return;
        }
        JsonNode binding = property.path("binding");
        String name = binding.path("name").asText();
        if (binding.path("type").asText().equals("property")) {
            task.setAttributeValueNs("http://camunda.org/schema/1.0/bpmn", name.substring("camunda:".length()), value);
        } else {
            CamundaInputParameter input = task.getModelInstance().newInstance(CamundaInputParameter.class);
            input.setCamundaName(name);
            input.setTextContent(value);
            inputs(task).getCamundaInputParameters().add(input);
        }
    }

    private static CamundaInputOutput inputs(Activity task) {
        if (task.getExtensionElements() == null) {
            task.builder().addExtensionElement(task.getModelInstance().newInstance(CamundaInputOutput.class));
        }
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).singleResult();
    }

    private static Map<String, byte[]> form(Activity task) throws IOException {
        String id = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
        return id == null ? Map.of() : Map.of(id + ".form",
            Files.readString(Path.of("forms/" + id + ".form")).getBytes(StandardCharsets.UTF_8));
    }
}
