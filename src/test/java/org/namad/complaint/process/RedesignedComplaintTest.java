package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.Side;
import org.namad.conduct.Ledger;
import org.namad.engine.TimeTravel;
import org.namad.outage.NewOutage;
import org.namad.outage.OutageDesk;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** The model is the program: a process owner changes the deadline in Modeler and deploys, and nobody touches the code. */
@NamadTest
class RedesignedComplaintTest {

    private static final String MODEL = "processes/complaint.bpmn";
    private static final String APPEAL = "processes/complaint-appeal.bpmn";
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired ComplaintDesk desk;
    @Autowired Ledger ledger;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired OutageDesk outages;
    @Autowired JalaliDates dates;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired MockMvc pages;

    private String deployment;

    @BeforeEach
    void redesign() throws IOException {
        deployment = repository.createDeployment()
            .addString(MODEL, redesigned(MODEL, ">PT96H<", ">PT72H<")
                .replace("Event_ReopeningOver", "Event_NoMoreReopening"))
            .addString(APPEAL, redesigned(APPEAL, ">P10D<", ">P12D<")
                .replace("Event_AppealTimeOver", "Event_NoMoreAppeals"))
            .deploy().getId();
    }

    private static String redesigned(String name, String before, String after) throws IOException {
        String model = new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        assertThat(model).containsOnlyOnce(before);
        return model.replace(before, after);
    }

    /** Other tests share the engine and want the model as it is. */
    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("R1 96 hours become 72 in the model alone: timer, record, task, pages and mails follow, and so does the point")
    void shorterDeadline() throws Exception {
        Seal seal = data.issuedSeal();
        Person owner = seal.business().owner();
        Person consumer = data.person();
        Complaint complaint = file(consumer, seal);
        ProcessInstance process = runtime.createProcessInstanceQuery().processDefinitionKey(ComplaintProcess.KEY)
            .processInstanceBusinessKey(complaint.key().toString()).singleResult();

        assertThat(complaint.answerDue())
            .isCloseTo(complaint.registeredAt().plus(72, ChronoUnit.HOURS), within(5, ChronoUnit.SECONDS))
            .isEqualTo(management.createJobQuery().processInstanceId(process.getId())
                .activityId(ComplaintProcess.Event_AnswerDeadlinePassed).singleResult().getDuedate().toInstant())
            .isEqualTo(tasks.createTaskQuery().processInstanceId(process.getId())
                .taskDefinitionKey(ComplaintProcess.Task_AnswerComplaint).singleResult().getDueDate().toInstant());
        String shown = dates.dateTime(complaint.answerDue(), PERSIAN);
        pages.perform(get("/panel/complaints/" + complaint.id()).with(authentication(as(owner))))
            .andExpect(content().string(containsString(shown)));
        pages.perform(get("/complaints/" + complaint.tracking()).with(authentication(as(consumer))))
            .andExpect(content().string(containsString(shown)));

        travel.runDueJobs();
        for (String mail : List.of(mailbox.await(owner.email(), "complaint-notice").text(),
                mailbox.await(consumer.email(), "complaint-receipt").text())) {
            assertThat(mail).contains(shown).contains("۷۲ ساعت").doesNotContain("۹۶ ساعت");
        }

        travel.by(Duration.ofHours(71));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(ledger.points(seal.id())).isZero();
        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(mailbox.await(consumer.email(), "complaint-unanswered").text()).contains("۷۲ ساعت");
    }

    @Test
    @DisplayName("N7 The timers of appeal and reopening may have any id: people are told their time, and it moves with an outage")
    void timersUnderAnyId() {
        Complaint silent = file(data.person(), data.issuedSeal());
        Complaint settled = file(data.person(), data.issuedSeal());
        desk.answer(settled.id(), "فرستاده شد");
        desk.accept(settled.id());
        travel.by(Duration.ofHours(90));
        Instant appeal = desk.options(silent.id()).appealUntil().get(Side.BUSINESS);
        Instant reopening = desk.options(settled.id()).reopenUntil();
        assertThat(appeal).isEqualTo(timer(silent, "Event_NoMoreAppeals"));
        assertThat(reopening).isEqualTo(timer(settled, "Event_NoMoreReopening"));

        Instant from = clock.instant().minus(Duration.ofHours(5));
        outages.log(new NewOutage(from, from.plus(Duration.ofHours(3)), "قطعی برق", "power cut"), "supervisor1");

        assertThat(desk.options(silent.id()).appealUntil().get(Side.BUSINESS))
            .isEqualTo(timer(silent, "Event_NoMoreAppeals"))
            .isCloseTo(appeal.plus(Duration.ofHours(3)), within(2, ChronoUnit.SECONDS));
        assertThat(desk.options(settled.id()).reopenUntil()).isEqualTo(timer(settled, "Event_NoMoreReopening"))
            .isCloseTo(reopening.plus(Duration.ofHours(3)), within(2, ChronoUnit.SECONDS));
    }

    private Complaint file(Person consumer, Seal seal) {
        return desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-1", null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
    }

    private Instant timer(Complaint complaint, String event) {
        return management.createJobQuery().activityId(event).list().stream()
            .filter(job -> runtime.createProcessInstanceQuery()
                .processInstanceId(job.getRootProcessInstanceId()).singleResult().getBusinessKey()
                .equals(complaint.key().toString()))
            .findFirst().orElseThrow().getDuedate().toInstant();
    }

    private static UsernamePasswordAuthenticationToken as(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY"));
    }
}
