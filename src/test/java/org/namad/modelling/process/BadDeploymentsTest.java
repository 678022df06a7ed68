package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namad.Modeler;
import org.namad.NamadTest;
import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Deploys over the engine's REST interface, as Camunda Modeler does, with the account of a process owner. */
@NamadTest
class BadDeploymentsTest {

    private static final String PASSWORD = "Kafe-sahar-27";
    private static final String COMPLAINT = "complaint.bpmn";
    private static final String APPLICATION = "seal-application.bpmn";
    private static final String RENEWAL = "seal-renewal.bpmn";

    @Autowired
    private TestRestTemplate http;
    @Autowired
    private StaffAccounts accounts;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private MessageSource messages;

    @BeforeEach
    void processOwner() {
        accounts.open("modeller", "Parisa", "Nouri", PASSWORD, StaffRoles.PROCESS_OWNER);
    }

    /**
     * A mistake in one of Namad's own models.
     *
     * @param says    the kind of fault, and what its sentence names
     * @param changes pairs of what stood there and what stands there now
     */
    private record Mistake(String name, String file, String element, String[] says, String... changes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
            new Mistake("a step that Namad does not have", COMPLAINT, "«Mark as unanswered» (Task_MarkUnanswered)",
                says("unknownStep", "punishBusiness"), "${markUnanswered}", "${punishBusiness}"),
            new Mistake("a bean that is no step", COMPLAINT, "«Mark as unanswered» (Task_MarkUnanswered)",
                says("unknownStep", "dataSource"), "${markUnanswered}", "${dataSource}"),
            new Mistake("a Java class instead of a step", COMPLAINT, "«Mark as unanswered» (Task_MarkUnanswered)",
                says("notAllowed", "bpmn:serviceTask"), "camunda:delegateExpression=\"${markUnanswered}\"",
                "camunda:class=\"java.lang.Thread\""),
            new Mistake("a mail without a text", COMPLAINT, "«Remind business» (Task_RemindBusiness)",
                says("unknownTemplate", "complaint-shout", "fa"), ">complaint-reminder<", ">complaint-shout<"),
            new Mistake("a form that is not there", COMPLAINT, "«Rule on complaint» (Task_RuleOnComplaint)",
                says("unknownForm", "throw-a-coin"), "camunda:formRef=\"rule-on-complaint\"",
                "camunda:formRef=\"throw-a-coin\""),
            new Mistake("a wait that nothing ends", COMPLAINT, "«Give verdict» (Task_GiveVerdict)",
                says("endlessWait"), "id=\"Event_VerdictDeadlinePassed\"",
                "id=\"Event_VerdictDeadlinePassed\" cancelActivity=\"false\""),
            new Mistake("96 hours written as a person would", COMPLAINT, "«Answer deadline passed» (Event_AnswerDeadlinePassed)",
                says("timer", "96 hours"), ">PT96H<", ">96 hours<"),
            new Mistake("a result that no flow takes", RENEWAL, "«What stands against it?» (Gateway_Decision)",
                says("noWay", "decision = blocked"), "${decision == 'blocked'}", "${decision == 'stopped'}"),
            new Mistake("a group that does not exist", COMPLAINT, "«Rule on complaint» (Task_RuleOnComplaint)",
                says("unknownGroup", "judges", "auditor, camunda-admin, case-officer, monitoring-officer, process-owner, "
                    + "rating-operator, supervisor"),
                "camunda:formRef=\"rule-on-complaint\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"case-officer\"",
                "camunda:formRef=\"rule-on-complaint\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"judges\""),
            new Mistake("a condition that runs code", COMPLAINT, "«yes» (Flow_Admitted_ClockStarts)",
                says("expressionNotAllowed", "${''.getClass().forName('java.lang.Runtime') != null}"),
                "${screening == 'admit'}", "${''.getClass().forName('java.lang.Runtime') != null}"),
            new Mistake("a call of what is not offered", COMPLAINT, "«Rule on complaint» (Task_RuleOnComplaint)",
                says("callNotAllowed", "seals.delete(…)"), "id=\"Task_RuleOnComplaint\" name=\"Rule on complaint\"",
                "id=\"Task_RuleOnComplaint\" name=\"Rule on complaint\" camunda:priority=\"${seals.delete(1)}\""),
            new Mistake("a script behind a flow", COMPLAINT, "«yes» (Flow_Admitted_ClockStarts)",
                says("notAllowed", "bpmn:conditionExpression"),
                "xsi:type=\"bpmn:tFormalExpression\">${screening == 'admit'}",
                "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">screening == 'admit'"),
            new Mistake("a process that is not there", COMPLAINT, "«Check enforcement» (Call_CheckEnforcement)",
                says("unknownProcess", "enforcement-chek"), "calledElement=\"enforcement-check\"",
                "calledElement=\"enforcement-chek\""),
            new Mistake("a decision that is not there", APPLICATION, "«Determine fee» (Task_DetermineFee)",
                says("unknownDecision", "price-list"), "camunda:decisionRef=\"fee\"", "camunda:decisionRef=\"price-list\""),
            new Mistake("a page that is not there", APPLICATION, "«Correct application» (Task_CorrectApplication)",
                says("unknownPage", "/panel/wishes/{id}"), "page:/panel/applications/{id}", "page:/panel/wishes/{id}"),
            new Mistake("a file cut short", COMPLAINT, COMPLAINT, says("unreadable"), "</bpmn:definitions>", ""));
    }

    private static String[] says(String... kindAndArguments) {
        return kindAndArguments;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("A bad deployment is refused with a sentence that names the element and the remedy, and changes nothing")
    void refused(Mistake mistake) throws IOException {
        Map<String, String> files = Modeler.shipped(mistake.file());
        String model = files.get(mistake.file());
        for (int change = 0; change < mistake.changes().length; change += 2) {
            assertThat(model).contains(mistake.changes()[change]);
            model = model.replace(mistake.changes()[change], mistake.changes()[change + 1]);
        }
        files.put(mistake.file(), model);
        long before = repository.createDeploymentQuery().count();

        ResponseEntity<String> response = deploy(files);

        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        JsonNode body = new ObjectMapper().readTree(response.getBody());
        assertThat(body.path("message").asText()).contains(sentence(mistake));
        assertThat(body.path("details").path(mistake.file()).path("errors")).isNotEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private String sentence(Mistake mistake) {
        Object[] arguments = new Object[mistake.says().length];
        arguments[0] = mistake.element();
        System.arraycopy(mistake.says(), 1, arguments, 1, mistake.says().length - 1);
        String whole = messages.getMessage("modelling.fault." + mistake.says()[0], arguments, Locale.forLanguageTag("fa"));
        // What the parser says of an unreadable file is its own affair.
        return mistake.says()[0].equals("unreadable") ? whole.substring(0, whole.indexOf('(')) : whole;
    }

    @Test
    @DisplayName("A decision table whose result a model that is live has no way for is refused, and names the gateway")
    void tableAgainstLiveModel() throws IOException {
        String table = Modeler.shipped("renewal-decision.dmn").get("renewal-decision.dmn");

        ResponseEntity<String> response = deploy(Map.of("renewal-decision.dmn", table.replace("\"blocked\"", "\"frozen\"")));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(response.getBody()).contains("Gateway_Decision", "decision = frozen");
        // What live models ask of their forms is no business of a table.
        assertThat(response.getBody()).doesNotContain("Gateway_Approved");
    }

    @Test
    @DisplayName("Scripts, web pages and forms with code are refused")
    void otherFiles() throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put("steal.js", "fetch('/')");
        files.put("x.form", """
            {"type":"default","id":"x","components":[{"type":"html","id":"Field_1","content":"<b>"}]}""");

        ResponseEntity<String> response = deploy(files);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(new ObjectMapper().readTree(response.getBody()).path("details").fieldNames()).toIterable()
            .containsExactlyInAnyOrder("steal.js", "x.form");
    }

    static Stream<String[]> badMails() {
        return Stream.of(
            new String[] {"[[${T(java.lang.Runtime).getRuntime()}]]", "mailCode"},
            new String[] {"[(${tracking})]", "mailCode"},
            new String[] {"<b th:text=\"*{tracking}\">x</b>", "mailCode"},
            new String[] {"<!--/*/ <b th:text=\"${facts.getClass()}\">x</b> /*/-->", "mailCode"},
            new String[] {"<script>alert(1)</script>", "mailPart"},
            new String[] {"<b onmouseover='alert(1)'>x</b>", "mailPart"},
            new String[] {"<img src='https://elsewhere.example/eye.gif'>", "mailPart"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMails")
    @DisplayName("A mail that would run code, or fetch something, is refused")
    void badMail(String part, String kind) {
        String mail = "<html><head><title>Complaint [[${tracking}]]</title></head><body><p>Hello</p>%s</body></html>";
        Map<String, String> files = new HashMap<>(Map.of("complaint-own.en.html", mail.formatted(part),
            "complaint-own.fa.html", mail.formatted("")));

        ResponseEntity<String> refused = deploy(files);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        String sentence = messages.getMessage("modelling.fault." + kind, new Object[] {"", "\n"},
            Locale.forLanguageTag("fa"));
        assertThat(refused.getBody()).contains(sentence.substring(sentence.indexOf('\n') + 1).substring(0, 20));

        files.put("complaint-own.en.html", mail.formatted(""));
        files.remove("complaint-own.fa.html");
        assertThat(deploy(files).getBody()).contains("complaint-own.fa.html");
    }

    @Test
    @DisplayName("Whoever is no process owner deploys nothing, good or bad")
    void notEverybody() throws IOException {
        accounts.open("mere-officer", "Omid", "Karimi", PASSWORD, StaffRoles.CASE_OFFICER);

        assertThat(new Modeler(http, "mere-officer", PASSWORD).deploy(Modeler.shipped(COMPLAINT)).getStatusCode())
            .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private ResponseEntity<String> deploy(Map<String, String> files) {
        return new Modeler(http, "modeller", PASSWORD).deploy(files);
    }
}
