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
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.NewComplaint;
import org.namad.conduct.Ledger;
import org.namad.engine.TimeTravel;
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
    private static final Locale PERSIAN = Locale.forLanguageTag("fa");

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;
    @Autowired ComplaintDesk desk;
    @Autowired Ledger ledger;
    @Autowired TimeTravel travel;
    @Autowired JalaliDates dates;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired MockMvc pages;

    private String deployment;

    @BeforeEach
    void redesign() throws IOException {
        String model = new ClassPathResource(MODEL).getContentAsString(StandardCharsets.UTF_8);
        assertThat(model).containsOnlyOnce(">PT96H<");
        deployment = repository.createDeployment().addString(MODEL, model.replace(">PT96H<", ">PT72H<")).deploy().getId();
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
        Complaint complaint = desk.register(new NewComplaint(consumer.id(), seal.domain(), "F-1", null,
            ComplaintReason.NOT_DELIVERED, "کالا نرسیده است", null));
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
            assertThat(mail).contains(shown).contains("۷۲ ساعت").doesNotContain("۹۶");
        }

        travel.by(Duration.ofHours(71));
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerComplaint);
        assertThat(ledger.points(seal.id())).isZero();
        travel.to(complaint.answerDue());
        assertThat(process).isWaitingAt(ComplaintProcess.Task_AnswerLate);
        assertThat(ledger.points(seal.id())).isEqualTo(1);
        assertThat(mailbox.await(consumer.email(), "complaint-unanswered").text()).contains("۷۲ ساعت");
    }

    private static UsernamePasswordAuthenticationToken as(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person.id(), person.nationalId().value(), person.fullName()), null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY"));
    }
}
