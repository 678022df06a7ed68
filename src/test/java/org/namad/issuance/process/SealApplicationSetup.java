package org.namad.issuance.process;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.demo.simulators.Simulators;
import org.namad.engine.TimeTravel;
import org.namad.issuance.Application;
import org.namad.issuance.ApplicationDesk;
import org.namad.issuance.ApplicationFlow;
import org.namad.issuance.Applications;
import org.namad.issuance.NewApplication;
import org.namad.issuance.Submissions;
import org.namad.party.Person;
import org.namad.payment.Payments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A newcomer's application for a domain of their own, and the steps that tests of the process share. */
abstract class SealApplicationSetup {

    @Autowired ApplicationDesk desk;
    @Autowired Applications applications;
    @Autowired ApplicationFlow flow;
    @Autowired Payments payments;
    @Autowired Simulators simulators;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Value("${namad.base-url}") String baseUrl;

    Person applicant;
    String domain;
    Application submitted;
    ProcessInstance process;

    @BeforeEach
    void newcomer() {
        applicant = data.person();
        domain = TestData.domain();
    }

    /** What still waits would be looked at every few hours whenever another test travels. */
    @AfterEach
    void leaveNothingBehind() {
        applications.findByApplicantIdOrderByIdDesc(applicant.id()).forEach(application ->
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(application.key().toString()).list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "the test is over")));
    }

    final void submit(NewApplication application) {
        submitted = desk.submit(application, Submissions.documents(application.particulars().kind()));
        process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(submitted.key().toString())
            .singleResult();
    }

    final Application now() {
        return applications.findById(submitted.id()).orElseThrow();
    }
}
