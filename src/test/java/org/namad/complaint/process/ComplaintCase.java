package org.namad.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.JalaliDates;
import org.namad.calendar.NamadClock;
import org.namad.casefile.CaseFiles;
import org.namad.complaint.Complaint;
import org.namad.complaint.ComplaintDesk;
import org.namad.complaint.ComplaintReason;
import org.namad.complaint.ComplaintRecord;
import org.namad.complaint.Complaints;
import org.namad.complaint.NewComplaint;
import org.namad.complaint.ReportedPayment;
import org.namad.conduct.Ledger;
import org.namad.engine.TimeTravel;
import org.namad.notification.MailRefused;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A complaint that was just registered, and what tests of its course do with it. */
@NamadTest
abstract class ComplaintCase {

    @Autowired ComplaintDesk desk;
    @Autowired Complaints complaints;
    @Autowired ComplaintRecord record;
    @Autowired Ledger ledger;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired JalaliDates dates;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired IdentityService identities;
    @Autowired CaseFiles caseFiles;
    @Autowired ApplicationEventPublisher events;

    Seal seal;
    Person consumer;
    Person owner;
    Complaint complaint;
    ProcessInstance process;

    @BeforeEach
    void register() {
        seal = data.issuedSeal();
        owner = seal.business().owner();
        consumer = data.person();
        complaint = desk.register(wish(consumer, "F-1", null));
        process = process(complaint);
    }

    NewComplaint wish(Person person, String invoice, String payment) {
        return new NewComplaint(person.id(), seal.domain(), invoice, null, ComplaintReason.NOT_DELIVERED,
            "کالا نرسیده است", payment == null ? null : new ReportedPayment(null, null, payment, null));
    }

    ProcessInstance process(Complaint about) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(about.key().toString())
            .processDefinitionKey(ComplaintProcess.KEY).singleResult();
    }

    /** The mail of the notice came back, or was refused at once. */
    void bounce() {
        events.publishEvent(new MailRefused(complaint.key(), "complaint-notice", owner.email(), "Task_NotifyBusiness",
            clock.instant(), "550 5.1.1 no such user"));
    }

    void dispute() {
        desk.answer(complaint.id(), "تحویل شده است");
        desk.dispute(complaint.id(), "هنوز نرسیده");
        travel.runDueJobs();
        assertThat(process).isWaitingAt(ComplaintProcess.Task_RuleOnComplaint);
        mailbox.await(owner.email(), "complaint-disputed");
    }

    void rule(String ruling) {
        complete("officer-a", ComplaintProcess.Task_RuleOnComplaint,
            Map.of(ComplaintProcess.RULING, ruling, ComplaintProcess.RULING_REASONS, "مدارک کافی است"));
    }

    /** A staff member completes the one open task of this kind in the case; then everything that is due is done. */
    void complete(String who, String taskKey, Map<String, Object> outcome) {
        identities.setAuthentication(who, new ArrayList<>(List.of("case-officer")));
        try {
            tasks.complete(task(taskKey).getId(), outcome);
        } finally {
            identities.clearAuthentication();
        }
        travel.runDueJobs();
    }

    /** The open task of this kind in the case, or null. */
    Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(complaint.key().toString()).taskDefinitionKey(key)
            .singleResult();
    }

    Complaint now() {
        return complaints.findById(complaint.id()).orElseThrow();
    }

    /** When the timer of this event fires in the complaint's own process. */
    Instant timer(String event) {
        return management.createJobQuery().processInstanceId(process.getId()).activityId(event).singleResult()
            .getDuedate().toInstant();
    }

    long remindersSent() {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process.getId())
            .activityId(ComplaintProcess.Task_RemindBusiness).finished().count();
    }

    static Instant later(Instant start, long hours) {
        return start.plus(hours, ChronoUnit.HOURS);
    }
}
