package org.namad.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseKey;
import org.namad.engine.TimeTravel;
import org.namad.notification.Mail;
import org.namad.notification.MailDispatcher;
import org.namad.notification.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@NamadTest
class SendMailTest {

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired Mails mails;
    @Autowired TestMailbox mailbox;
    @Autowired MailDispatcher dispatcher;
    @Autowired JavaMailSenderImpl sender;
    @Autowired NamadClock clock;
    @Autowired TimeTravel travel;

    private String deployment;
    private String attachments;

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("A send task posts its mail each time the process passes through it, with the case's facts")
    void loop() {
        deploy("already-registered", "reader", null);
        start(1);
        completeTask("looping-1");
        completeTask("looping-1");

        assertThat(mails.of(new CaseKey("looping", 1))).extracting(Mail::occurrence)
            .containsExactly("Task_SendNotice", "Task_SendNotice-2", "Task_SendNotice-3");
        assertThat(mailbox.await("1" + LoopingCaseFile.ADDRESS, "already-registered", 3).text())
            .contains("https://namad.example/sign-in");
    }

    @Test
    @DisplayName("A send task with an occurrence of its own posts its mail once per case")
    void onceOnly() {
        deploy("already-registered", "reader", "once");
        start(2);
        completeTask("looping-2");

        assertThat(mails.of(new CaseKey("looping", 2))).hasSize(1);
    }

    @Test
    @DisplayName("A send task names the files that go with its mail; one that the case does not have stops the case")
    void attachments() {
        attachments = " deadline.ics ";
        deploy("already-registered", "reader", null);
        start(4);
        assertThat(mailbox.await("4" + LoopingCaseFile.ADDRESS, "already-registered").attachments()).singleElement()
            .satisfies(file -> {
                assertThat(file.fileName()).isEqualTo("deadline.ics");
                assertThat(new String(file.content())).isEqualTo("entry 4 en");
            });

        undeploy();
        attachments = "deadline.ics, dossier.pdf";
        deploy("already-registered", "reader", null);
        ProcessInstance instance = start(5);
        assertThat(runtime.createIncidentQuery().processInstanceId(instance.getId()).singleResult()
            .getIncidentMessage()).contains("looping-5 has no file \"dossier.pdf\"");
    }

    @Test
    @DisplayName("R1 A reminder that the mail server put off is not sent after the answer; one that was answered in time is not even posted")
    void reminderAfterAnswer() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("looping").camundaHistoryTimeToLiveString("P1D")
            .startEvent().userTask("Task_Wait").endEvent().moveToActivity("Task_Wait")
            .boundaryEvent("Event_Reminder").cancelActivity(false).timerWithDuration("PT24H")
            .exclusiveGateway("Gateway_ReminderDue").sendTask("Task_Remind").camundaDelegateExpression("${sendMail}")
            .camundaInputParameter("template", "already-registered").camundaInputParameter("recipient", "reader")
            .endEvent().done();
        deployment = repository.createDeployment().addModelInstance("looping.bpmn", model).deploy().getId();
        for (long id : new long[] {6, 7}) {
            runtime.startProcessInstanceByKey("looping", "looping-" + id);
        }
        tasks.complete(task("looping-7"));
        int port = sender.getPort();
        sender.setPort(1);
        try {
            travel.by(Duration.ofHours(25));
            Awaitility.await().until(() -> !mails.findWithAttemptsById(mail(6).id()).orElseThrow().attempts().isEmpty());
            assertThat(mail(6).status()).isEqualTo(Mail.Status.WAITING);
            tasks.complete(task("looping-6"));
        } finally {
            sender.setPort(port);
        }
        clock.moveBy(Duration.ofHours(1));
        dispatcher.sendDue();

        assertThat(mail(6).status()).isEqualTo(Mail.Status.WITHDRAWN);
        assertThat(mailbox.all("6" + LoopingCaseFile.ADDRESS)).isEmpty();
        assertThat(mails.of(new CaseKey("looping", 7))).isEmpty();
    }

    private Mail mail(long id) {
        return mails.of(new CaseKey("looping", id)).get(0);
    }

    private String task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult().getId();
    }

    @Test
    @DisplayName("A mail without a template stops the case with an incident that says so")
    void incident() {
        deploy("no-such-mail", "reader", null);
        ProcessInstance instance = start(3);

        Incident incident = runtime.createIncidentQuery().processInstanceId(instance.getId()).singleResult();
        assertThat(incident.getIncidentMessage()).contains("no-such-mail.en");
        assertThat(mails.of(new CaseKey("looping", 3))).isEmpty();
    }

    private void deploy(String template, String recipient, String occurrence) {
        var task = Bpmn.createExecutableProcess("looping").camundaHistoryTimeToLiveString("P1D")
            .startEvent().sendTask("Task_SendNotice").camundaAsyncBefore()
            .camundaDelegateExpression("${sendMail}")
            .camundaInputParameter("template", template)
            .camundaInputParameter("recipient", recipient);
        if (occurrence != null) {
            task.camundaInputParameter("occurrence", occurrence);
        }
        if (attachments != null) {
            task.camundaInputParameter("attachments", attachments);
        }
        BpmnModelInstance model = task.userTask("Task_Wait").connectTo("Task_SendNotice").done();
        deployment = repository.createDeployment().addModelInstance("looping.bpmn", model).deploy().getId();
    }

    private ProcessInstance start(long id) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("looping", "looping-" + id);
        runJob(instance.getBusinessKey());
        return instance;
    }

    private void completeTask(String businessKey) {
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult().getId());
        runJob(businessKey);
    }

    /** Runs the send task's job, and lets it use up its tries if it fails. */
    private void runJob(String businessKey) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).singleResult()
            .getId();
        String job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
        try {
            management.executeJob(job);
        } catch (RuntimeException failure) {
            management.setJobRetries(job, 0);
        }
    }
}
