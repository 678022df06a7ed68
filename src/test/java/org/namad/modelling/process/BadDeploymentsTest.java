package org.namad.modelling.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
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
    private static final String TABLE = "renewal-decision.dmn";
    private static final String REMIND = "«Remind business» (Task_RemindBusiness)";
    private static final String REMIND_INPUTS = "<camunda:inputOutput>\n            "
        + "<camunda:inputParameter name=\"template\">complaint-reminder<";
    private static final String RULE = "«Rule on complaint» (Task_RuleOnComplaint)";
    private static final String RULE_FORM = "camunda:formRef=\"rule-on-complaint\" camunda:formRefBinding=\"deployment\" "
        + "camunda:candidateGroups=\"case-officer\" camunda:dueDate=\"${workingDays.after(5)}\"";

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
                says("expressionNotAllowed", "${" + Tripwire.CALL + "}"), "${screening == 'admit'}",
                "${" + Tripwire.CALL + "}"),
            new Mistake("an expression cut in two by a comment", COMPLAINT, REMIND,
                says("expressionNotAllowed", "${" + Tripwire.CALL + "}"), ">complaint-reminder<",
                ">$<!-- -->{" + Tripwire.CALL + "}<"),
            new Mistake("an expression cut in two by a processing instruction", COMPLAINT, REMIND,
                says("expressionNotAllowed", "${" + Tripwire.CALL + "}"), ">complaint-reminder<",
                "><![CDATA[$]]><?cut?>{" + Tripwire.CALL + "}<"),
            new Mistake("an expression as the description of a task", COMPLAINT, RULE,
                says("expressionNotAllowed", "${" + Tripwire.CALL + "}"), RULE_FORM + ">",
                RULE_FORM + "><bpmn:documentation>${" + Tripwire.CALL + "}</bpmn:documentation>"),
            new Mistake("a way to the engine itself", COMPLAINT, REMIND, says("expressionNotAllowed", "${execution}"),
                ">complaint-reminder<", ">${execution}<"),
            new Mistake("a listener in the engine's former namespace", COMPLAINT, REMIND,
                says("notAllowed", "activiti:executionListener"), REMIND_INPUTS,
                "<activiti:executionListener xmlns:activiti=\"http://activiti.org/bpmn\" event=\"start\" "
                    + "class=\"org.namad.modelling.process.Tripwire\" />" + REMIND_INPUTS),
            new Mistake("a class in the engine's former namespace", COMPLAINT, RULE, says("notAllowed", "bpmn:userTask"),
                "<bpmn:userTask id=\"Task_RuleOnComplaint\"",
                "<bpmn:userTask xmlns:old=\"http://activiti.org/bpmn\" old:formHandlerClass=\"org.namad.modelling.process."
                    + "Tripwire\" id=\"Task_RuleOnComplaint\""),
            new Mistake("a script in a namespace of nobody's", COMPLAINT, REMIND, says("notAllowed", "foo:script"),
                ">complaint-reminder<",
                "><foo:script xmlns:foo=\"http://foo.example\" scriptFormat=\"juel\">x</foo:script><"),
            new Mistake("a script in no namespace", COMPLAINT, REMIND, says("notAllowed", "script"),
                ">complaint-reminder<", "><script xmlns=\"\" scriptFormat=\"juel\">x</script><"),
            new Mistake("a schema to be fetched", COMPLAINT, "Definitions_Complaint", says("notAllowed", "bpmn:definitions"),
                "id=\"Definitions_Complaint\"",
                "id=\"Definitions_Complaint\" xsi:schemaLocation=\"http://foo.example http://localhost/x.xsd\""),
            new Mistake("a step that pretends to be part of the picture", COMPLAINT, REMIND,
                says("notAllowed", "dc:serviceTask"), REMIND_INPUTS, "<dc:serviceTask type=\"shell\" />" + REMIND_INPUTS),
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
            new Mistake("a condition without its bracket", COMPLAINT, "«yes» (Flow_Admitted_ClockStarts)",
                says("expression", "${screening == 'admit'"), "${screening == 'admit'}", "${screening == 'admit'"),
            new Mistake("a variable that is named as a bean is", COMPLAINT, "«yes» (Flow_Admitted_ClockStarts)",
                says("beanNotAllowed", "sendMail"), "${screening == 'admit'}", "${sendMail == 'admit'}"),
            new Mistake("two processes in a file", COMPLAINT, COMPLAINT, says("oneProcess", "2"),
                "<bpmndi:BPMNDiagram", "<bpmn:process id=\"second\" /><bpmndi:BPMNDiagram"),
            new Mistake("a process that is only drawn", COMPLAINT, "«Complaint» (complaint)", says("notExecutable"),
                "isExecutable=\"true\"", "isExecutable=\"false\""),
            new Mistake("a history kept for nobody knows how long", COMPLAINT, "«Complaint» (complaint)",
                says("timeToLive"), "historyTimeToLive=\"P1095D\"", "historyTimeToLive=\"three years\""),
            new Mistake("a step that does nothing", COMPLAINT, "«Mark as unanswered» (Task_MarkUnanswered)",
                says("noStep", "—"), " camunda:delegateExpression=\"${markUnanswered}\"", ""),
            new Mistake("a listener that Namad does not have", COMPLAINT, "«Answer complaint» (Task_AnswerComplaint)",
                says("unknownListener", "${startStopwatch}"), "${startAnswerClock}", "${startStopwatch}"),
            new Mistake("a letter that names a deadline which no timer has", "seal-enforcement.bpmn",
                "«Prepare dossier» (Task_PrepareDossier)", says("noTimer", "Event_ReplyDeadlinePassed"),
                "\"Event_ReplyDeadlinePassed\"", "\"Event_LetterOver\""),
            new Mistake("a time to appeal that nothing ends", "complaint-appeal.bpmn",
                "«Appeal awaited» (Gateway_AppealAwaited)", says("noTimerHere"),
                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P10D</bpmn:timeDuration>",
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">2030-01-01T00:00:00Z</bpmn:timeDate>"),
            new Mistake("a mail to nobody", COMPLAINT, REMIND, says("noRecipient"),
                "<camunda:inputParameter name=\"recipient\">business</camunda:inputParameter>", ""),
            new Mistake("a mail that is not named", COMPLAINT, REMIND, says("noTemplate"),
                "<camunda:inputParameter name=\"template\">complaint-reminder</camunda:inputParameter>", ""),
            new Mistake("a decision whose result goes nowhere", APPLICATION, "«Check eligibility» (Task_CheckEligibility)",
                says("noResult"), "camunda:resultVariable=\"eligibility\" ", ""),
            new Mistake("a task with neither form nor page", COMPLAINT, RULE, says("noForm"), RULE_FORM, ""),
            new Mistake("a form that can change under a case", COMPLAINT, RULE, says("formBinding"), RULE_FORM,
                RULE_FORM.replace("\"deployment\"", "\"latest\"")),
            new Mistake("a task for nobody", COMPLAINT, RULE, says("nobody"), RULE_FORM,
                RULE_FORM.replace("camunda:candidateGroups=\"case-officer\"", "")),
            new Mistake("a task without a due date", COMPLAINT, RULE, says("noDueDate"), RULE_FORM,
                RULE_FORM.replace("camunda:dueDate=\"${workingDays.after(5)}\"", "")),
            new Mistake("four eyes on a task that is not there", "complaint-appeal.bpmn",
                "«Rule on appeal» (Task_RuleOnAppeal)", says("unknownOther", "Task_TossCoin"),
                "value=\"Task_RuleOnComplaint,", "value=\"Task_TossCoin,"),
            new Mistake("a mail as a form in the browser of whoever begins a case", COMPLAINT,
                "«Complaint registered» (StartEvent_ComplaintRegistered)", says("startForm"),
                "name=\"Complaint registered\"",
                "name=\"Complaint registered\" camunda:formKey=\"embedded:deployment:complaint-own.fa.html\""),
            new Mistake("a process that nothing begins", "overdue-sweep.bpmn", "overdue-sweep.bpmn", says("noStart"),
                "bpmn:startEvent", "bpmn:intermediateCatchEvent"),
            new Mistake("an element that no flow leads to", COMPLAINT, "«Stray» (End_Stray)", says("notReached"),
                "<bpmn:serviceTask id=\"Task_MarkUnanswered\"",
                "<bpmn:endEvent id=\"End_Stray\" name=\"Stray\" /><bpmn:serviceTask id=\"Task_MarkUnanswered\""),
            new Mistake("a step that lists a flow which begins elsewhere", COMPLAINT,
                "«Mark as unanswered» (Task_MarkUnanswered)", says("noEnd"),
                "sourceRef=\"Task_MarkUnanswered\"", "sourceRef=\"Task_AddPointForSilence\""),
            new Mistake("a flow without a condition", COMPLAINT, "«Notice proven?» (Gateway_NoticeProven)",
                says("noCondition", "Staff reach business"),
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${notice == 'being reached'}"
                    + "</bpmn:conditionExpression>", ""),
            new Mistake("a result that no flow of an inclusive gateway takes", RENEWAL,
                "«What stands against it?» (Gateway_Decision)", says("noWay", "decision = blocked"),
                "bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "${decision == 'blocked'}", "${decision == 'stopped'}"),
            new Mistake("a table in another language than FEEL", TABLE, "InputExpression_Unanswered",
                says("notFeel", "groovy"), "<inputExpression ", "<inputExpression expressionLanguage=\"groovy\" "),
            new Mistake("a cell that nobody can read", TABLE, "«Renewal decision» (OutputEntry_5)",
                says("feel", "automatic, of course ("), "\"automatic\"</text>", "automatic, of course (</text>"),
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
        int tripped = Tripwire.tripped();

        ResponseEntity<String> response = deploy(files);

        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        JsonNode body = new ObjectMapper().readTree(response.getBody());
        assertThat(body.path("message").asText()).contains(sentence(mistake));
        assertThat(body.path("details").path(mistake.file()).path("errors")).isNotEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(Tripwire.tripped()).as("the check itself runs nothing").isEqualTo(tripped);
    }

    private String told(String kind, String element, String... arguments) {
        return messages.getMessage("modelling.fault." + kind,
            Stream.concat(Stream.of(element), Stream.of(arguments)).toArray(), Locale.forLanguageTag("fa"));
    }

    private String sentence(Mistake mistake) {
        String whole = told(mistake.says()[0], mistake.element(),
            Arrays.copyOfRange(mistake.says(), 1, mistake.says().length));
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
    @DisplayName("A table that leaves results out is refused where a model that is live has no way for that, and names the gateway")
    void tableWithoutLastRow() throws IOException {
        String table = Modeler.shipped(TABLE).get(TABLE);

        ResponseEntity<String> response = deploy(Map.of(TABLE, table.replaceFirst("(?s)<rule id=\"Rule_Clean\">.*?</rule>", "")
            .replace("\"review\"", "\"automatic\"")));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(new ObjectMapper().readTree(response.getBody()).path("message").asText())
            .contains(told("noRow", "«چه چیزی مانع است؟» (Gateway_Decision)", "decision"));
    }

    /** A file that is at fault by itself. */
    private record BadFile(String name, String content, String kind, String... arguments) {

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    static Stream<BadFile> badFiles() {
        String mail = "<html><head><title>Complaint</title></head><body><p>Hello</p></body></html>";
        return Stream.of(
            new BadFile("steal.js", "fetch('/')", "fileType"),
            new BadFile("page.html", mail, "fileType"),
            new BadFile("x.form", "{\"type\":\"default\",\"id\":\"x\",\"components\":[{\"type\":\"group\",\"components\":"
                + "[{\"type\":\"html\",\"id\":\"Field_1\",\"content\":\"<b>\"}]}]}", "formCode", "html"),
            new BadFile("complaint-own.fa.html", mail, "oneLanguage", "complaint-own", "en"),
            new BadFile("complaint-own.fa.html", mail.replace("Complaint", ""), "mailEmpty"),
            new BadFile("layout.fa.html", mail, "ownMail", "layout"),
            new BadFile("email-code.en.html", mail, "ownMail", "email-code"),
            new BadFile("mails/sign-in-code.en.html", mail, "ownMail", "sign-in-code"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    @DisplayName("Scripts, web pages, forms with code, half a mail and mails that Namad itself sends are refused")
    void badFile(BadFile file) throws IOException {
        ResponseEntity<String> response = deploy(Map.of(file.name(), file.content()));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        JsonNode errors = new ObjectMapper().readTree(response.getBody()).path("details").path(file.name()).path("errors");
        String element = file.kind().equals("formCode") ? "Field_1" : file.name();
        assertThat(errors.findValuesAsText("message")).contains(told(file.kind(), element, file.arguments()));
    }

    @Test
    @DisplayName("There is no fault that no bad deployment here shows")
    void everyKind() throws IOException {
        Properties sentences = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages/modelling_en.properties"))) {
            sentences.load(file);
        }

        assertThat(Stream.of(mistakes().map(mistake -> mistake.says()[0]), badFiles().map(BadFile::kind),
            badMails().map(mail -> mail[1]), Stream.of("noRow")).flatMap(Function.identity()).map("modelling.fault."::concat))
            .containsAll(sentences.stringPropertyNames().stream().filter(key -> key.startsWith("modelling.fault.")).toList());
    }

    static Stream<String[]> badMails() {
        return Stream.of(
            new String[] {"[[${T(java.lang.Runtime).getRuntime()}]]", "mailCode"},
            new String[] {"<p>[[${trackingNumber}]]</p>", "unknownFact"},
            new String[] {"<p th:if=\"${facts.containsKey('trackingNumber')}\">x</p>", "unknownFact"},
            new String[] {"[(${tracking})]", "mailCode"},
            new String[] {"<b th:text=\"*{tracking}\">x</b>", "mailCode"},
            new String[] {"<!--/*/ <b th:text=\"${facts.getClass()}\">x</b> /*/-->", "mailCode"},
            new String[] {"<b th:text=\"&#36;{T(java.lang.Runtime).getRuntime()}\">x</b>", "mailCode"},
            new String[] {"<b th:text=\"$&#123;new java.lang.Thread()}\">x</b>", "mailCode"},
            new String[] {"<p>[[&#36;{T(java.lang.Runtime).getRuntime()}]]</p>", "mailCode"},
            new String[] {"<p>&#91;&#91;${tracking.class}]]</p>", "mailCode"},
            new String[] {"<p>[['x']]</p>", "mailCode"},
            new String[] {"<b data-th-utext=\"${tracking}\">x</b>", "mailCode"},
            new String[] {"<b TH:UTEXT=\"${tracking}\">x</b>", "mailCode"},
            new String[] {"<b th:insert=\"layout\">x</b>", "mailCode"},
            new String[] {"<b th:onclick=\"${tracking}\">x</b>", "mailCode"},
            new String[] {"<b th:text=\"'x' + ${tracking}\">x</b>", "mailCode"},
            new String[] {"<p>{{constructor.constructor('alert(1)')()}}</p>", "mailCode"},
            new String[] {"<p style=\"background: u\\72l(https://elsewhere.example/eye.gif)\">x</p>", "mailPart"},
            new String[] {"<table background=\"https://elsewhere.example/eye.gif\"></table>", "mailPart"},
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
