package org.namad.amendment.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.amendment.Amendment;
import org.namad.amendment.AmendmentDesk;
import org.namad.amendment.Amendments;
import org.namad.amendment.Datum;
import org.namad.amendment.NewAmendment;
import org.namad.amendment.Subject;
import org.namad.calendar.NamadClock;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.StaffWork;
import org.namad.engine.TimeTravel;
import org.namad.notification.Mails;
import org.namad.party.Person;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Seals;
import org.springframework.beans.factory.annotation.Autowired;

/** The seal of a shop, and the steps that tests of its changes share. */
abstract class AmendmentSetup {

    @Autowired AmendmentDesk desk;
    @Autowired Amendments amendments;
    @Autowired SealRegister register;
    @Autowired Seals seals;
    @Autowired Simulators simulators;
    @Autowired StaffWork staff;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired Mails mails;
    @Autowired TestMailbox mailbox;
    @Autowired TestData data;

    Seal seal;
    Person owner;
    Amendment asked;
    ProcessInstance process;

    @BeforeEach
    void shop() {
        seal = data.issuedSeal();
        owner = data.ownerOf(seal);
    }

    /** What still waits would be looked at every few hours whenever another test travels. */
    @AfterEach
    void leaveNothingBehind() {
        amendments.openOf(owner.id()).forEach(open -> desk.withdraw(open.id()));
    }

    final void ask(Subject subject, String wanted) {
        ask(subject, Datum.of(wanted));
    }

    final void ask(Subject subject, Datum wanted) {
        asked = desk.ask(wish(seal, subject, wanted));
        process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(asked.key().toString()).singleResult();
    }

    final NewAmendment wish(Seal about, Subject subject, Datum wanted) {
        return new NewAmendment(about.id(), owner.id(), subject, wanted, "نام تجاری ما عوض شده است.", List.of());
    }

    final void decide(String verdict) {
        staff.complete(asked.key(), "officer1", verdict(verdict));
    }

    static Map<String, Object> verdict(String verdict) {
        return Map.of(DataAmendmentProcess.AMENDMENT_VERDICT, verdict,
            DataAmendmentProcess.AMENDMENT_VERDICT_REASONS, "مدارک بررسی شد.");
    }

    final Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(asked.key().toString()).singleResult();
    }

    final Amendment now() {
        return amendments.get(asked.id());
    }

    final Seal registered() {
        return seals.findAllById(List.of(seal.id())).get(0);
    }

    final long posted(String template) {
        return mails.of(asked.key()).stream().filter(mail -> mail.template().equals(template)).count();
    }
}
