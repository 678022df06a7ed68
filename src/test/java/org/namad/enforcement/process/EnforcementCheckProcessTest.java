package org.namad.enforcement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.TestMailbox;
import org.namad.calendar.NamadClock;
import org.namad.enforcement.EnforcementCase;
import org.namad.enforcement.EnforcementCases;
import org.namad.enforcement.Ground;
import org.namad.enforcement.StatedBy;
import org.namad.enforcement.StatedGround;
import org.namad.engine.TimeTravel;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class EnforcementCheckProcessTest {

    @Autowired EnforcementCases cases;
    @Autowired FiledComplaints complaints;
    @Autowired SealRegister register;
    @Autowired TimeTravel travel;
    @Autowired NamadClock clock;
    @Autowired TestData data;
    @Autowired TestMailbox mailbox;
    @Autowired RuntimeService runtime;

    private Seal seal;

    @BeforeEach
    void issue() {
        seal = data.issuedSeal();
    }

    @Test
    @DisplayName("R7 Seven complaints start nothing, the eighth starts the correspondence; dismissed ones do not count")
    void correspondence() {
        complaints.open(seal, 7);
        complaints.ruled(seal, false);
        assertThat(check()).isEnded().hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
        assertThat(cases.existsByOpenSealId(seal.id())).isFalse();

        complaints.open(seal, 1);
        assertThat(check()).isEnded().hasPassed(EnforcementCheckProcess.End_EnforcementOpen);
        EnforcementCase opened = open();
        assertThat(opened.has(Ground.TOO_MANY_COMPLAINTS)).isTrue();
        assertThat(opened.complaints()).isEqualTo(8);
        mailbox.await(seal.business().owner().email(), "enforcement-letter");
    }

    @Test
    @DisplayName("R7 Further complaints on the same level start no second correspondence")
    void once() {
        complaints.open(seal, 8);
        check();
        long first = open().id();
        complaints.open(seal, 1);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
        assertThat(open().id()).isEqualTo(first);
        assertThat(open().grounds()).hasSize(1);
    }

    @Test
    @DisplayName("R8 Above the further level, withdrawal joins the open case and stands in the mail")
    void withdrawal() {
        complaints.open(seal, 8);
        check();
        complaints.open(seal, 8);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_EnforcementOpen);
        assertThat(open().grounds()).extracting(stated -> stated.ground())
            .containsExactly(Ground.TOO_MANY_COMPLAINTS, Ground.WITHDRAWAL_LEVEL);
        assertThat(mailbox.await(seal.business().owner().email(), "enforcement-ground-added").text())
            .contains("سطحی گذشته است که نماد از آن پس سلب می‌شود");
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
    }

    @Test
    @DisplayName("R8 Eleven negative points are the further level, however few the complaints")
    void withdrawalByPoints() {
        complaints.unanswered(seal, 11);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_EnforcementOpen);
        assertThat(open().has(Ground.WITHDRAWAL_LEVEL)).isTrue();
    }

    @Test
    @DisplayName("R25 Six answers left out are a ground of their own, and later levels join the case")
    void answersLeftOut() {
        complaints.unanswered(seal, 5);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
        complaints.unanswered(seal, 1);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_EnforcementOpen);
        assertThat(open().grounds()).singleElement().returns(Ground.ANSWERS_LEFT_OUT, StatedGround::ground)
            .returns(StatedBy.process(EnforcementCheckProcess.KEY), StatedGround::statedBy);
        complaints.open(seal, 2);
        check();
        assertThat(open().has(Ground.TOO_MANY_COMPLAINTS)).isTrue();
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
    }

    @Test
    @DisplayName("R7 Only complaints of the window count, which the decision gives in days")
    void window() {
        for (int i = 0; i < 8; i++) {
            complaints.unanswered(seal, clock.instant().minus(Duration.ofDays(366)));
        }
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
    }

    @Test
    @DisplayName("R8 Nothing is opened on a seal that has been taken away")
    void revoked() {
        register.revoke(seal.id(), "…");
        complaints.open(seal, 8);
        assertThat(check()).hasPassed(EnforcementCheckProcess.End_NothingToEnforce);
    }

    private ProcessInstance check() {
        ProcessInstance check = runtime.startProcessInstanceByKey(EnforcementCheckProcess.KEY,
            Map.of(EnforcementCheckProcess.SEAL_ID, seal.id()));
        travel.runDueJobs();
        return check;
    }

    private EnforcementCase open() {
        long id = cases.findByOpenSealId(seal.id()).orElseThrow().id();
        return cases.findWithDossierById(id).orElseThrow();
    }
}
